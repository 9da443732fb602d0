"""Notes in the manner of wire news and releases, each with sentences that only look like it."""

from collections.abc import Callable
from typing import Any

import pytest

ReadText = Callable[..., Any]
MarkedReader = Callable[..., Any]

# The sentence in front of each, so that the text has a package with a donor and a recipient.
PORTUGAL = "Portugal announced $90 million in military aid for Ukraine. "
AMERICA = "The United States announced a $400 million drawdown of military aid for Ukraine. "
SAID = {
    "contribution": [
        AMERICA + "<contribution>Seventeen other governments have made comparable pledges, the State "
        "Department said</contribution>.",
        AMERICA + "<contribution>A day earlier, Ottawa said it would ship 38 armoured vehicles to Kyiv</contribution>.",
        PORTUGAL + "<contribution>Among the gifts on display were two Sea King helicopters from the United "
        "Kingdom</contribution>.",
        PORTUGAL + "<contribution>Copenhagen is covering part of the bill for the Portuguese shells</contribution>.",
        AMERICA + "<contribution>The batteries, donated by Germany and the Netherlands, are already in the "
        "country</contribution>.",
        AMERICA + "<contribution>Along with the American launchers, the convoy carried Norwegian air "
        "defence missiles and shells donated by Finland</contribution>.",
        AMERICA + "<contribution>Madrid, the prime minister told reporters, is going to put 100 million "
        "euros into the initiative</contribution>.",
        PORTUGAL + "<contribution>Allies such as Belgium, Luxembourg and Canada have committed to financing "
        "further batches of interceptors</contribution>.",
        AMERICA + "<contribution>Berlin's share of the effort is three IRIS-T systems</contribution>.",
        PORTUGAL + "<contribution>Australia will also hand Ukraine 49 retired Abrams tanks, Canberra said "
        "on Thursday</contribution>.",
        AMERICA + "<contribution>London on Monday pledged 600 Brimstone missiles</contribution>, and "
        "Tallinn all of its howitzers.",
        AMERICA + "<contribution>In the same week Vilnius delivered two helicopters to the Ukrainian "
        "army</contribution>.",
        PORTUGAL + "<contribution>The Danes are paying for the barrels</contribution>.",
        AMERICA + "<contribution>Rheinmetall tanks financed by Denmark and the Netherlands are due in "
        "spring</contribution>.",
        PORTUGAL + "South Korea is weighing the export of shells, while <contribution>Norway has already "
        "shipped 10,000</contribution>.",
        AMERICA + "<contribution>Slovakia's MiG-29s have crossed the border, its prime minister said</contribution>.",
        PORTUGAL + "<contribution>On the sidelines of the meeting the Netherlands promised a further 100 "
        "drones</contribution>.",
        AMERICA + "<contribution>The announcement came as Sweden unveiled its own package of CB90 boats "
        "and Archer guns</contribution>.",
        AMERICA + "London had earlier confirmed that <contribution>Storm Shadow missiles were on their way "
        "to Kyiv</contribution>.",
        PORTUGAL + "<contribution>Luxembourg's defence minister said the Grand Duchy would buy 14 "
        "ambulances for the Ukrainian army</contribution>.",
        PORTUGAL + "His Lithuanian counterpart announced that <contribution>Vilnius was releasing 5,000 "
        "grenades</contribution>.",
        AMERICA + "Belgium, which has no tanks left, <contribution>will finance the overhaul of 20 Leopard "
        "1s</contribution>.",
        AMERICA + "<contribution>The Bundeswehr handed over the last of the promised Gepard guns this "
        "week</contribution>.",
        PORTUGAL + "<contribution>Half of the radars were paid for by Norway</contribution>.",
        PORTUGAL + "<contribution>Italy's eighth package, due in spring, is to contain SAMP/T missiles</contribution>.",
        AMERICA + "<contribution>Canada's prime minister has separately committed 400 armoured "
        "vehicles</contribution>.",
        AMERICA + "<contribution>Denmark said on Tuesday that it would train 17,000 Ukrainian soldiers "
        "together with Britain</contribution>.",
        AMERICA + "<contribution>Other allies have come forward too: Latvia with six helicopters, Estonia "
        "with all its howitzers</contribution>.",
        PORTUGAL + "<contribution>The Czech ministry has dispatched 20 rebuilt T-72s, half of them funded "
        "by the Netherlands</contribution>.",
        AMERICA + "<contribution>Turkey will build two corvettes for the Ukrainian navy</contribution>.",
        AMERICA + "<contribution>Separately, Paris said it was sending a further 12 Caesar howitzers</contribution>.",
        AMERICA + "Rheinmetall will receive the order from the German government, which <contribution>is "
        "footing the bill for the shells</contribution>.",
        PORTUGAL + "<contribution>Bulgaria's parliament approved the transfer of 100 armoured carriers to "
        "Kyiv</contribution>.",
        AMERICA + "<contribution>Reykjavik is chipping in with 10 million euros for shells under the Czech "
        "scheme</contribution>.",
        AMERICA + "<contribution>The Slovenian M-55S tanks arrived weeks ago</contribution>.",
        AMERICA + "<contribution>A first pair of Patriot launchers from Berlin reached Ukraine in April, "
        "the minister disclosed</contribution>.",
        PORTUGAL + "<contribution>France is doubling its monthly output of Caesars for Ukraine, its armed "
        "forces minister said</contribution>.",
        PORTUGAL + "<contribution>Lithuania has wired the first half of its 30 million euros for "
        "radars</contribution>.",
        AMERICA + "<contribution>The convoy also brought 14 Challenger tanks from the United Kingdom</contribution>.",
        PORTUGAL + "<contribution>Poland's tanks will follow in March, its president promised</contribution>.",
        AMERICA + "<contribution>More howitzers are coming, this time from Italy and Slovakia</contribution>.",
        PORTUGAL + "<contribution>The Swedish defence minister announced a fourteenth package with Archer "
        "guns</contribution>.",
        AMERICA + "<contribution>Montenegro, a nation of 600,000, has given shells and ration packs</contribution>.",
        AMERICA + "<contribution>European Union members have together supplied more than 500,000 rounds "
        "this year</contribution>.",
        AMERICA + "<contribution>Estonian instructors are teaching Ukrainian gunners to use the "
        "howitzers</contribution>.",
        PORTUGAL + "<contribution>Bucharest intends to pass on one of its Patriot batteries</contribution>.",
        AMERICA + "<contribution>A batch of Bushmaster vehicles given by Australia is at the front "
        "already</contribution>.",
        PORTUGAL + "<contribution>Together with the Portuguese mortars came 20 lorries from Latvia</contribution>.",
        AMERICA + "<contribution>Greece has sent back-up: 40 BMP-1s went to Ukraine by way of Germany</contribution>.",
        PORTUGAL + "<contribution>New Zealand committed 30 soldiers to train Ukrainian gunners in "
        "England</contribution>.",
        AMERICA + "<contribution>Japan's cabinet cleared the handover of 100 military trucks to "
        "Ukraine</contribution>.",
        PORTUGAL + "<contribution>Danish Leopards have been rolling into Poland on their way to the "
        "front</contribution>.",
        AMERICA + "<contribution>The Netherlands is adding two frigates' worth of air defence missiles</contribution>.",
        PORTUGAL + "<contribution>Another six guns will be supplied by Slovakia</contribution>.",
        AMERICA + "<contribution>Spain confirmed it would deliver a second Hawk battery</contribution>.",
        PORTUGAL + "<contribution>A gift of mortars was announced by Sweden</contribution>.",
        PORTUGAL + "<contribution>Spain's mortars have crossed the border</contribution>.",
    ],
    "request": [
        AMERICA + "<request>The one thing Kyiv needs above all, the ambassador said, is interceptors</request>.",
        PORTUGAL + "<request>There is a huge demand for artillery rounds, the Ukrainian ambassador said</request>.",
        AMERICA + "<request>Kyiv had filed the request for the radars in February</request>.",
        AMERICA + "<request>The drones are precisely what partners were asked by Kyiv to send</request>.",
        PORTUGAL + "<request>Zelensky has time and again appealed to European capitals to hand over Patriot "
        "batteries</request>.",
        AMERICA + "<request>Kyiv's most urgent wish, Umerov said, is for long-range missiles</request>.",
        AMERICA + "<request>Ukraine has made clear that it wants more Stingers</request>.",
        PORTUGAL + "<request>Kyiv's appeals for fighter jets have become louder</request>.",
        AMERICA + "Reznikov told his counterparts in Brussels that <request>tanks were the priority</request>.",
        AMERICA + "<request>The helicopters had been on Kyiv's list for a year</request>.",
        PORTUGAL + "<request>In a video address Zelensky once more demanded modern aircraft from the West</request>.",
        AMERICA + "<request>Ukrainian commanders say they need more shells if they are to hold the line</request>.",
        AMERICA + "<request>Zelensky renewed his plea for the MLRS in a speech to the summit</request>.",
        PORTUGAL + "<request>Ukraine would like Lisbon to send more tanks, the envoy said</request>.",
        AMERICA + "<request>The Ukrainians have been asking for cluster munitions</request> since last summer.",
        PORTUGAL + "<request>The list that Kyiv handed in includes mortars and counter-battery radars</request>.",
        AMERICA + "<request>Among the things Ukraine wants most, Kuleba said, are F-16s</request>.",
        AMERICA + "<request>Speaking to the Danish parliament, Zelensky made the case for submarines and "
        "air defences</request>.",
        PORTUGAL + "<request>Kyiv's wish list, seen by Reuters, runs from shells to jets</request>.",
        AMERICA + "<request>The Ukrainian General Staff has asked Lisbon whether it could send more "
        "mine-clearing vehicles</request>.",
        PORTUGAL + '<request>"We need more artillery," Reznikov said, "and we need it this month."</request>',
        AMERICA + "<request>Ukraine's foreign minister urged NATO members to speed up deliveries of "
        "ammunition</request>.",
        AMERICA + "<request>Ukrainian pilots are hoping for Gripens</request>.",
        AMERICA + "Zelensky told Congress in December that <request>more Patriots were needed</request>.",
        PORTUGAL + "The Ukrainian embassy confirmed that <request>it had requested submarines from Berlin</request>.",
        AMERICA + "<request>For Kyiv, air defence remains the most pressing need, its defence minister said</request>.",
        AMERICA + "<request>Ukraine is lobbying hard for a waiver</request> that would let it buy American drones.",
        PORTUGAL + '<request>"Send us jets," the Ukrainian president told the premier</request>.',
        AMERICA + "<request>At Kyiv's request the boats carry heavier guns</request>.",
        AMERICA + "<request>Ukrainian officials have been pushing Washington to provide cluster munitions</request>.",
        PORTUGAL + "<request>Shmyhal thanked Lisbon and asked for more drones</request>.",
        AMERICA + "<request>The Ukrainian air force says it needs 120 modern fighters</request>.",
        PORTUGAL + "<request>Kyiv had requested ten radars</request>.",
        AMERICA + "<request>In his speech Zelensky called for long-range missiles</request>.",
        PORTUGAL + "<request>The ministry in Kyiv has sent Lisbon a list of the spare parts it lacks</request>.",
        AMERICA + "<request>Ukraine sought Abrams tanks long</request> before Washington agreed.",
        PORTUGAL + "<request>Kyiv is keen to get hold of the jets</request>.",
        PORTUGAL + "<request>Ukraine's ambassador again raised the matter of Taurus missiles</request>.",
        PORTUGAL + "<request>Ukraine is in dire need of mortars, its ambassador said</request>.",
    ],
    "reluctance": [
        AMERICA + "<reluctance>Despite unease at the Pentagon about giving Ukraine cruise missiles, the "
        "White House pressed ahead</reluctance>.",
        PORTUGAL + "<reluctance>Madrid is no longer in a position to give Kyiv tanks, its defence minister "
        "said</reluctance>.",
        AMERICA + "<reluctance>Scholz would not commit himself on the Taurus missiles</reluctance>.",
        PORTUGAL + "<reluctance>Sofia, sources said, has no intention of deciding on the missiles this "
        "year</reluctance>.",
        AMERICA + "<reluctance>Donors have grown more cautious about arming Ukraine, the institute found</reluctance>.",
        PORTUGAL + "<reluctance>Further applications for weapons will be turned down, according to the "
        "finance ministry in Berlin</reluctance>.",
        AMERICA + "<reluctance>Berlin has so far dodged the question whether it will deliver tanks</reluctance>.",
        PORTUGAL + "<reluctance>Hungary has not let a single weapon through its territory</reluctance>.",
        AMERICA + "<reluctance>The Swiss government again refused Denmark permission to pass on its "
        "Piranha vehicles</reluctance>.",
        PORTUGAL + "<reluctance>In Rome there are misgivings over sending more missiles</reluctance>.",
        AMERICA + "<reluctance>The Pentagon is cool on the idea of giving Kyiv ATACMS</reluctance>.",
        AMERICA + "<reluctance>Berlin is still hesitating over the export of its Leopard tanks</reluctance>.",
        AMERICA + "The Americans fear that the longer-range rockets could be fired into Russia and "
        "<reluctance>have kept them back</reluctance>.",
        PORTUGAL + "<reluctance>Greece said it could not do without its S-300 batteries</reluctance>.",
        PORTUGAL + "<reluctance>Vienna takes part in no arms deliveries</reluctance>.",
        AMERICA + "<reluctance>Orban has for weeks been blocking the release of the next 500 million euros "
        "in military aid</reluctance>.",
        AMERICA + "<reluctance>The House speaker has refused to put the aid bill to a vote</reluctance>.",
        AMERICA + "<reluctance>Israel has stuck to its line of giving no lethal weapons</reluctance>.",
        AMERICA + "<reluctance>South Korea's law, Seoul says, rules out the supply of arms to a country at "
        "war</reluctance>.",
        PORTUGAL + "<reluctance>The Swiss parliament rejected a motion to allow the re-export of "
        "ammunition</reluctance>.",
        AMERICA + "<reluctance>The chancellor is dragging his feet on the Marders</reluctance>.",
        PORTUGAL + "<reluctance>Athens will not part with its Patriots</reluctance>.",
        AMERICA + "<reluctance>The Biden team remains wary of handing over missiles</reluctance> that "
        "could hit Moscow.",
        PORTUGAL + "<reluctance>Croatia's president came out against the training of Ukrainian soldiers in "
        "his country</reluctance>.",
        AMERICA + "<reluctance>Officials in Washington were at first opposed to F-16 transfers</reluctance>.",
        PORTUGAL + "<reluctance>Cyprus ruled out giving its Russian-made tanks</reluctance>.",
        AMERICA + "<reluctance>Slovakia has stopped all military aid from its army's stocks</reluctance>.",
        AMERICA + "<reluctance>Germany refuses to deliver Taurus missiles</reluctance>.",
        PORTUGAL + "<reluctance>The Italian parliament is split over more arms for Kyiv</reluctance>.",
        AMERICA + "<reluctance>The US is holding back its longest-range missiles</reluctance>.",
        AMERICA + "<reluctance>Poland's prime minister said his country would no longer arm Ukraine</reluctance>.",
        PORTUGAL + "<reluctance>The Greek government declined to hand over its S-300 systems</reluctance>.",
        AMERICA + "<reluctance>Many in the administration have doubts about supplying F-16s</reluctance>.",
        AMERICA + "<reluctance>The White House sees no need to send ATACMS at present</reluctance>.",
        PORTUGAL + "<reluctance>Budapest says it will not let weapons for Ukraine cross its border</reluctance>.",
        AMERICA + "<reluctance>Norway's army chief warned against giving away more howitzers</reluctance>.",
        PORTUGAL + "<reluctance>Some allies baulk at handing over their own air defences</reluctance>.",
        PORTUGAL + "<reluctance>There is little sign that the reluctance of Spanish officials to send "
        "mortars is fading</reluctance>.",
    ],
    "coordination": [
        AMERICA + "<coordination>Finland, Lithuania and Estonia will together set up a repair centre for "
        "the howitzers</coordination>.",
        PORTUGAL + "<coordination>The minister sat down in Riga with the defence ministers of Latvia, "
        "Lithuania, Estonia and Poland to discuss arms for Ukraine</coordination>.",
        PORTUGAL + "<coordination>The overhauled tanks belong to a joint project with Denmark and the Czech "
        "Republic</coordination>.",
        AMERICA + "<coordination>The United States gives this aid in company with some fifty allies and "
        "partners</coordination>.",
        AMERICA + "<coordination>More than 45 countries sit in the group</coordination>, which meets every "
        "month at Ramstein.",
        PORTUGAL + "<coordination>The package was put together in close touch with London and Paris</coordination>.",
        AMERICA + "<coordination>The allies agreed to pool their orders for ammunition</coordination>.",
        PORTUGAL + "<coordination>Ministers from 30 countries dialled in to discuss new arms "
        "deliveries</coordination>.",
        PORTUGAL + "<coordination>Lisbon is coordinating the delivery with its allies in the contact "
        "group</coordination>.",
        AMERICA + "<coordination>The defense secretary will host a virtual meeting of the contact group on "
        "Monday, at which some 50 countries are expected</coordination>.",
        AMERICA + "<coordination>Germany, the Netherlands and Poland agreed to share the work of repairing "
        "the tanks</coordination>.",
        PORTUGAL + "<coordination>Fifteen countries have so far joined the European Sky Shield plan for "
        "Ukraine</coordination>.",
        AMERICA + "<coordination>The batteries will be delivered in a schedule agreed with Germany and the "
        "Netherlands</coordination>.",
        PORTUGAL + "<coordination>Ten northern states have lined up behind a joint plan to supply Ukraine "
        "with drones</coordination>.",
        AMERICA + "<coordination>The contact group brings together 54 countries under one roof</coordination>.",
        PORTUGAL + "<coordination>Allies have set up a centre in Wiesbaden to coordinate arms deliveries "
        "and training</coordination>.",
        AMERICA + "<coordination>Officials of 46 nations compared their stocks at the base in Germany</coordination>.",
        PORTUGAL + "<coordination>Portugal and its allies agreed on a common calendar for the "
        "deliveries</coordination>.",
        AMERICA + "<coordination>The pledges were made at a donors' conference that Denmark and Britain "
        "held with 25 other countries</coordination>.",
        PORTUGAL + "<coordination>Berlin, Warsaw and Paris are to produce shells for Ukraine together</coordination>.",
        AMERICA + "<coordination>The contact group of 57 countries met for the 25th time</coordination>.",
        PORTUGAL + "<coordination>Portugal, Spain and France closely coordinate their deliveries</coordination>.",
        AMERICA + "<coordination>Defense ministers of NATO and 20 partner countries gathered to discuss "
        "deliveries</coordination>.",
        PORTUGAL + "<coordination>A working group of eleven nations plans the training of the pilots</coordination>.",
        AMERICA + "<coordination>The deliveries are steered by a staff of 25 nations in Wiesbaden</coordination>.",
        PORTUGAL + "<coordination>Lisbon attended the meeting of the contact group</coordination>.",
        PORTUGAL + "<coordination>Spain and Italy will jointly repair the howitzers</coordination>.",
    ],
    "leadership": [
        PORTUGAL + "<leadership>The minister said he expected the package to move other allies to give "
        "more</leadership>.",
        AMERICA + "<leadership>Germany and Poland have taken charge of the tank coalition</leadership>.",
        PORTUGAL + "<leadership>Prague is behind the initiative that is to find 800,000 shells for "
        "Ukraine</leadership>.",
        AMERICA + "<leadership>The United States set up the contact group</leadership>, which now has over 50 members.",
        PORTUGAL + "<leadership>Under Britain's lead, nine countries are training recruits for the "
        "Ukrainian army</leadership>.",
        AMERICA + "<leadership>France has put itself at the head of a coalition for artillery</leadership>.",
        PORTUGAL + "<leadership>London persuaded its northern neighbours to send ships</leadership>.",
        AMERICA + "<leadership>Lithuania heads the demining coalition</leadership>, which Iceland has joined.",
        AMERICA + "<leadership>Denmark and the Netherlands lead the coalition that trains Ukrainian "
        "pilots</leadership>.",
        PORTUGAL + "<leadership>The Czech Republic launched the ammunition initiative last February</leadership>.",
        AMERICA + "<leadership>Berlin took over the chair of the contact group from Washington</leadership>.",
    ],
    "condition": [
        PORTUGAL + "<condition>The howitzers may be fired only at targets inside Ukraine, the ministry "
        "said</condition>.",
        AMERICA + "<condition>Kyiv has given assurances that the rockets will not be aimed at Russian "
        "soil</condition>.",
        PORTUGAL + "<condition>The money will flow only after the audit office has approved the contracts</condition>.",
        AMERICA + "<condition>The vehicles must not be handed to third countries</condition>.",
        AMERICA + "Washington gave the rockets on the understanding that <condition>they would not be used "
        "against targets in Russia</condition>.",
        PORTUGAL + "<condition>No shell may leave the country</condition> before Parliament has agreed.",
        AMERICA + "<condition>Use of the missiles is confined to Ukrainian territory, the official said</condition>.",
        AMERICA + "<condition>Any transfer to third parties needs Washington's consent</condition>.",
        PORTUGAL + "<condition>Berlin allows the guns to be used on Ukrainian soil only</condition>.",
        AMERICA + "<condition>The aid is tied to progress in the fight against corruption</condition>.",
        AMERICA + "<condition>Berlin attached a condition: the Leopards must not leave Ukrainian "
        "territory</condition>.",
        PORTUGAL + "<condition>The missiles come with a ban on strikes inside Russia</condition>.",
        AMERICA + "<condition>Only units trained abroad will be allowed to operate the launchers</condition>.",
        AMERICA + "<condition>The missiles may be used only against military targets in occupied "
        "territory</condition>.",
        PORTUGAL + "<condition>Madrid made its consent conditional on the use of the tanks for defence "
        "alone</condition>.",
        AMERICA + "<condition>The money may be spent only on air defence</condition>.",
        AMERICA + "<condition>The jets are to fly over Ukrainian territory only</condition>.",
        PORTUGAL + "<condition>Each launcher has to be registered and may be inspected at any time</condition>.",
        PORTUGAL + "<condition>The mortars may not be lent to others without approval by parliament</condition>.",
        PORTUGAL + "<condition>The mortars will be sent only after the crews have been trained</condition>.",
    ],
    "promise": [
        AMERICA + "<promise>After holding out for months, Berlin has now cleared the delivery of Leopard "
        "tanks</promise>.",
        PORTUGAL + "<promise>Having ruled it out for a year, Lisbon is now willing to send Leopard tanks</promise>.",
        AMERICA + "The White House, which <promise>had long resisted the idea, said it would let allies "
        "deliver F-16s</promise>.",
        PORTUGAL + "<promise>The government dropped its objections</promise>, and the tanks will now be sent.",
        AMERICA + "Berlin had said no for months; <promise>on Wednesday it gave the green light for "
        "Leopards</promise>.",
        PORTUGAL + "The rockets, which <promise>Lisbon had until now withheld</promise>, are part of the package.",
        AMERICA + "<promise>After weeks of wrangling, Germany agreed to send Leopard 2 tanks</promise>.",
        PORTUGAL + "<promise>Lisbon lifted its veto on the export of the jets</promise>.",
        AMERICA + "<promise>Washington at last agreed to supply Patriots</promise>.",
        AMERICA + "<promise>After much hesitation Washington is sending cluster munitions</promise>.",
        PORTUGAL + "<promise>The chancellor has given up his resistance to sending Taurus missiles</promise>.",
    ],
}
NOT_SAID = [
    PORTUGAL + "Portugal is thus setting aside another 90 million euros for ammunition from American stocks.",
    AMERICA + "For the first time, Washington said, the package holds Switchblade drones.",
    AMERICA + "A drawdown lets the president send arms abroad in a crisis without a vote of Congress.",
    AMERICA + "The package was unveiled by the defense secretary at a meeting of the contact group in Brussels.",
    AMERICA + "The United States and the coalition of fifty nations it leads will stay at Ukraine's side, he said.",
    PORTUGAL + "Ukraine urgently needs peace, the minister said.",
    AMERICA + "The government believes that peace can come only if Russia withdraws its troops.",
    AMERICA + "Asked by a television channel, the ministry said the aid would go on.",
    PORTUGAL + "How much Lisbon spends will be known only when parliament has passed the budget.",
    AMERICA + "The rejection of the annexation by 143 nations at the United Nations was clear.",
    AMERICA + "It is the 20th drawdown that the administration has approved for Ukraine.",
    PORTUGAL + "The Portuguese minister said his country would pay for shells made in Spain.",
    AMERICA + "Congress has appropriated $48 billion for Ukraine, and the Pentagon asked for more.",
    AMERICA + "The weapons will help Ukraine to meet its most urgent needs on the battlefield, Blinken said.",
    PORTUGAL + "The funds come from the Portuguese defence budget and were approved by parliament.",
    AMERICA + "Russia has demanded that the West stop sending arms.",
    PORTUGAL + "Kyiv thanked Lisbon for the gift.",
    AMERICA + "Ukraine's allies should not lose heart, the secretary said.",
    PORTUGAL + "The ministry of Portugal asked parliament for more money for its own army.",
    AMERICA + "The drawdown will let the Defense Department replace what it has sent.",
    AMERICA + "The package includes ammunition that Ukraine has used well against Russian drones.",
    AMERICA + "NATO is not a party to the conflict, its secretary general said.",
    PORTUGAL + "Portugal bought the drones from a Turkish maker.",
    AMERICA + "More than 20 companies took part in the tender for the shells.",
    AMERICA + "The 50 million euros come from the budget of the Portuguese army.",
    AMERICA + "Several European leaders travelled to Kyiv by train on Monday.",
    PORTUGAL + "Ukrainian forces have fired Portuguese shells since May.",
    AMERICA + "The weapons come from American stocks and will be replaced by new ones from American industry.",
    AMERICA + "The aid is meant to help Ukraine for as long as the fighting in the east goes on.",
    AMERICA + "Germany and France are the largest economies of the European Union.",
    AMERICA + "The package was the first since Congress passed the bill after months of debate.",
    PORTUGAL + "Officials declined to say how many mortars would be sent.",
    AMERICA + "Norway is a member of the alliance and shares a border with Russia.",
    AMERICA + "Ukraine's army asked its soldiers for patience.",
    AMERICA + "Poland and Germany share a long border.",
    PORTUGAL + "Ukraine thanked Portugal for the shells from its stocks.",
    AMERICA + "The secretary said that the United States would not rest.",
    PORTUGAL + "Portugal trains its own soldiers with drones.",
    AMERICA + "Moscow warned the West against sending missiles.",
    AMERICA + "The army fired missiles from Kharkiv at ships.",
    PORTUGAL + "The mortars were made in France and bought by Portugal in 1990.",
    AMERICA + "The State Department notified Congress of a sale of howitzers to Norway.",
    AMERICA + "Germany's chancellor will visit Washington next week.",
    AMERICA + "Some 30 countries recognised the new government.",
    PORTUGAL + "The minister was asked about tanks from Spain.",
    AMERICA + "The Pentagon has $4 billion left and needs more money from Congress.",
    AMERICA + "Ukraine has received 31 Abrams tanks from the United States.",
    PORTUGAL + "The package will meet Ukraine's need for mortars, said the ministry.",
    AMERICA + "The Russian army fired missiles from Belarus at the city.",
    AMERICA + "Shahed drones from Iran struck a power plant.",
    AMERICA + "Artillery shells from North Korea have reached the Russian army.",
    PORTUGAL + "The Portuguese minister held talks with his Spanish colleague.",
    AMERICA + "The State Department held a briefing with reporters from 30 countries.",
    AMERICA + "American and British pilots jointly flew over the North Sea.",
    AMERICA + "Unease at the Pentagon about the leak of documents grew.",
    PORTUGAL + "The growing demand for shells has driven prices up.",
    AMERICA + "Analysts are more cautious about the front.",
    AMERICA + "The shells will be produced together with spare barrels in Pennsylvania.",
    AMERICA + "Since January Russia has lost tanks from Soviet stocks.",
    AMERICA + "Ukraine's F-16s have arrived at their bases.",
    AMERICA + "A Polish train arrived with refugees.",
    AMERICA + "Patriot batteries are already in Poland, where the army trains.",
    AMERICA + "The Senate has not said whether it will vote this week.",
    PORTUGAL + "The list includes mortars and shells.",
    PORTUGAL + "The wish list of the Portuguese navy includes frigates.",
    AMERICA + "The missile was fired along with drones.",
    AMERICA + "The president, alongside 40 senators, signed the bill.",
    AMERICA + "The team presents its own plan on Friday.",
    AMERICA + "He came forward as a witness.",
    AMERICA + "The German-made tanks have crossed the river.",
    AMERICA + "No one has said no to peace.",
    AMERICA + "Congress turned down the nomination of the ambassador.",
    AMERICA + "Ministers met in Paris, Berlin and Rome on Friday.",
    AMERICA + "The general increased his output of statements.",
    AMERICA + "Estonia's border with Russia was closed after missiles landed nearby.",
    AMERICA + "NATO's air policing over Estonia is flown from Germany by Italian jets.",
    AMERICA + "The Leopard, made in Germany, is used by many armies from Norway to Greece.",
    AMERICA + "It was the first time that German tanks had crossed the Dnipro.",
    AMERICA + "The drawdown, together with earlier ones, makes 30 billion dollars.",
    AMERICA + "A spokesman said it was too early to tell what will follow.",
    AMERICA + "The director of the tank maker in Germany said output would be doubled.",
    AMERICA + "Poland's president will come to Washington.",
    AMERICA + "The air defences are needed at the front.",
    AMERICA + "Moscow said its tanks would follow.",
    AMERICA + "The air force no longer sends pilots to that school.",
    AMERICA + "Georgia has lost its appeal against the fine.",
    AMERICA + "The United States has the largest stocks of Patriots in the alliance.",
    PORTUGAL + "The minister of Spain arrived in Lisbon.",
    AMERICA + "The aid is drawn from a fund that Congress created in 2022.",
    AMERICA + "Ukraine's soldiers were trained on the launchers last year.",
    AMERICA + "The department said deliveries would begin within weeks.",
    PORTUGAL + "Lisbon and Madrid disagree over fishing quotas.",
    AMERICA + "The president spoke by telephone with the leaders of Germany and France.",
    AMERICA + "Contracts with industry make up the rest of the package.",
    PORTUGAL + "The government can lend the mortars without approval by parliament.",
    PORTUGAL + "The programme will be complete only when the last law has passed.",
    PORTUGAL + "Ukraine is in dire need of mortars.",
    PORTUGAL + "Asked by a newspaper, the ministry said the mortars were ready.",
    PORTUGAL + "The premier spoke about the mortars before a meeting of the contact group.",
    PORTUGAL + "The sale of mortars was announced by Sweden.",
    PORTUGAL + "Portugal buys the mortars from Swedish makers and pays for shells from US stockpiles.",
    PORTUGAL + "A NATO initiative is to deliver the mortars.",
    PORTUGAL + "Portugal for the first time sends mortars.",
    PORTUGAL + "Officials fear that Washington could cut military aid.",
    PORTUGAL + "The election was watched by 40 countries that sent observers.",
    PORTUGAL + "We and the coalition of 40 nations will stand by our friends.",
    PORTUGAL + "Lisbon's bridge and the road in Spain were repaired jointly.",
    PORTUGAL + "The mayor no longer wants to give speeches.",
    PORTUGAL + "The mortars have crossed Spain.",
    PORTUGAL + "The team overcame its reluctance to travel.",
    PORTUGAL + "The coach gave no promise.",
    PORTUGAL + "The guests are becoming ever more cautious.",
    PORTUGAL + "The package meets the most urgent needs of the Ukrainian army for mortars.",
    PORTUGAL + "The mayor moved his friends to laughter.",
    PORTUGAL + "The proposal for a new tram was turned down.",
]


@pytest.mark.parametrize("source", [source for sources in SAID.values() for source in sources])
def test_what_wire_news_tells_is_a_note(read: ReadText, marked: MarkedReader, source: str) -> None:
    case = marked(source)
    found = read(case.text)
    assert case.words
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == list(case.words)


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_only_looks_like_it_is_no_note(read: ReadText, text: str) -> None:
    found = read(text)
    assert [(found.value(note, "kind"), found.value(note, "text")) for note in found.notes] == []
