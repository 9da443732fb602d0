"""Facts in (sources, mentions, claims, judgements), records out (versions under one revision)."""

import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def key_type() -> sa.String:
    """Text that both databases order by code point."""
    return sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "dataset",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("uid", key_type(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_dataset_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dataset")),
    )
    op.create_table(
        "program",
        sa.Column("code", key_type(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("donor", key_type(), nullable=True),
        sa.Column("authority", sa.String(), nullable=True),
        sa.Column("mechanism", key_type(), nullable=True),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_program")),
    )
    op.create_table(
        "revision",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
    )
    op.create_table(
        "facet",
        sa.Column("record", key_type(), nullable=False),
        sa.Column("name", key_type(), nullable=False),
        sa.Column("value", key_type(), nullable=False),
        sa.Column("key", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["valid_from"], ["revision.number"], name=op.f("fk_facet_valid_from_revision")),
        sa.PrimaryKeyConstraint("record", "name", "value", "key", "valid_from", name=op.f("pk_facet")),
        sa.UniqueConstraint(
            "record", "name", "value", "key", "valid_to", name=op.f("uq_facet_record_name_value_key_valid_to")
        ),
    )
    with op.batch_alter_table("facet", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_facet_record_key"), ["record", "key"], unique=False)

    op.create_table(
        "judgement",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("kind", key_type(), nullable=False),
        sa.Column("record", key_type(), nullable=False),
        sa.Column("record_id", key_type(), nullable=False),
        sa.Column("decision", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("undoes_id", key_type(), nullable=True),
        sa.CheckConstraint("(kind = 'undo') = (undoes_id IS NOT NULL)", name=op.f("ck_judgement_undo_names_what")),
        sa.CheckConstraint(
            "kind IN ('correct', 'merge', 'split', 'review', 'withdraw', 'undo')", name=op.f("ck_judgement_kind")
        ),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_judgement_revision_revision")),
        sa.ForeignKeyConstraint(["undoes_id"], ["judgement.id"], name=op.f("fk_judgement_undoes_id_judgement")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_judgement_record_id"), ["record_id"], unique=False)

    op.create_table(
        "slug",
        sa.Column("slug", key_type(), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_slug_revision_revision")),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_slug")),
    )
    op.create_table(
        "source",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("sha256", key_type(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("retrieved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_source_revision_revision")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("sha256", name=op.f("uq_source_sha256")),
    )
    op.create_table(
        "mention",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("source_id", key_type(), nullable=False),
        sa.Column("kind", key_type(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("parent_id", key_type(), nullable=True),
        sa.CheckConstraint("kind IN ('package', 'line_item', 'coalition_note')", name=op.f("ck_mention_kind")),
        sa.ForeignKeyConstraint(["parent_id"], ["mention.id"], name=op.f("fk_mention_parent_id_mention")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_mention_source_id_source")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
    )
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mention_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mention_source_id_start"), ["source_id", "start"], unique=False)

    op.create_table(
        "package",
        sa.Column("slug", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("nature", key_type(), nullable=False),
        sa.Column("donor", key_type(), nullable=True),
        sa.Column("recipient", key_type(), nullable=True),
        sa.Column("program", key_type(), nullable=True),
        sa.Column("mechanism", key_type(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("currency", key_type(), nullable=True),
        sa.Column("amount_usd", sa.BigInteger(), nullable=True),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("review", key_type(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("candidates", sa.Integer(), nullable=False),
        sa.Column("content", key_type(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.CheckConstraint("nature IN ('tranche', 'authority')", name=op.f("ck_package_nature")),
        sa.ForeignKeyConstraint(["program"], ["program.code"], name=op.f("fk_package_program_program")),
        sa.ForeignKeyConstraint(["slug"], ["slug.slug"], name=op.f("fk_package_slug_slug")),
        sa.ForeignKeyConstraint(["valid_from"], ["revision.number"], name=op.f("fk_package_valid_from_revision")),
        sa.PrimaryKeyConstraint("slug", "valid_from", name=op.f("pk_package")),
        sa.UniqueConstraint("slug", "valid_to", name=op.f("uq_package_slug_valid_to")),
    )
    with op.batch_alter_table("package", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_package_amount_usd_slug"), ["amount_usd", "slug"], unique=False)
        batch_op.create_index(batch_op.f("ix_package_date_slug"), ["date", "slug"], unique=False)
        batch_op.create_index(batch_op.f("ix_package_valid_from_slug"), ["valid_from", "slug"], unique=False)

    op.create_table(
        "source_version",
        sa.Column("source_id", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_source_version_source_id_source")),
        sa.ForeignKeyConstraint(
            ["valid_from"], ["revision.number"], name=op.f("fk_source_version_valid_from_revision")
        ),
        sa.PrimaryKeyConstraint("source_id", "valid_from", name=op.f("pk_source_version")),
        sa.UniqueConstraint("source_id", "valid_to", name=op.f("uq_source_version_source_id_valid_to")),
    )
    with op.batch_alter_table("source_version", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_source_version_published_on_source_id"), ["published_on", "source_id"], unique=False
        )

    op.create_table(
        "claim",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("mention_id", key_type(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("field", key_type(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("prefix", sa.String(), nullable=True),
        sa.Column("suffix", sa.String(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("method", key_type(), nullable=False),
        sa.Column("rule", key_type(), nullable=False),
        sa.CheckConstraint("method IN ('stated', 'inferred', 'curated', 'corrected')", name=op.f("ck_claim_method")),
        sa.CheckConstraint('(quote IS NULL) = ("end" IS NULL)', name=op.f("ck_claim_quote_has_end")),
        sa.CheckConstraint("(quote IS NULL) = (start IS NULL)", name=op.f("ck_claim_quote_has_start")),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_claim_mention_id_mention")),
        sa.ForeignKeyConstraint(["valid_from"], ["revision.number"], name=op.f("fk_claim_valid_from_revision")),
        sa.PrimaryKeyConstraint("id", "valid_from", name=op.f("pk_claim")),
        sa.UniqueConstraint("id", "valid_to", name=op.f("uq_claim_id_valid_to")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_field"), ["field"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_mention_id"), ["mention_id"], unique=False)

    op.create_table(
        "coalition_note",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("mention_id", key_type(), nullable=False),
        sa.Column("package", key_type(), nullable=True),
        sa.Column("source_id", key_type(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", key_type(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_coalition_note_mention_id_mention")),
        sa.ForeignKeyConstraint(["package"], ["slug.slug"], name=op.f("fk_coalition_note_package_slug")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_coalition_note_source_id_source")),
        sa.ForeignKeyConstraint(
            ["valid_from"], ["revision.number"], name=op.f("fk_coalition_note_valid_from_revision")
        ),
        sa.PrimaryKeyConstraint("id", "valid_from", name=op.f("pk_coalition_note")),
        sa.UniqueConstraint("id", "valid_to", name=op.f("uq_coalition_note_id_valid_to")),
    )
    with op.batch_alter_table("coalition_note", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coalition_note_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_coalition_note_mention_id"), ["mention_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_coalition_note_package_position"), ["package", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_coalition_note_source_id"), ["source_id"], unique=False)

    op.create_table(
        "line_item",
        sa.Column("id", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("mention_id", key_type(), nullable=False),
        sa.Column("package", key_type(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("system", key_type(), nullable=True),
        sa.Column("category", key_type(), nullable=True),
        sa.Column("kind", key_type(), nullable=True),
        sa.Column("specified", sa.Boolean(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_line_item_mention_id_mention")),
        sa.ForeignKeyConstraint(["package"], ["slug.slug"], name=op.f("fk_line_item_package_slug")),
        sa.ForeignKeyConstraint(["valid_from"], ["revision.number"], name=op.f("fk_line_item_valid_from_revision")),
        sa.PrimaryKeyConstraint("id", "valid_from", name=op.f("pk_line_item")),
        sa.UniqueConstraint("id", "valid_to", name=op.f("uq_line_item_id_valid_to")),
    )
    with op.batch_alter_table("line_item", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_line_item_category"), ["category"], unique=False)
        batch_op.create_index(batch_op.f("ix_line_item_mention_id"), ["mention_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_line_item_package_position"), ["package", "position"], unique=False)
        batch_op.create_index(batch_op.f("ix_line_item_system"), ["system"], unique=False)

    op.create_table(
        "membership",
        sa.Column("mention_id", key_type(), nullable=False),
        sa.Column("valid_from", sa.BigInteger(), nullable=False),
        sa.Column("valid_to", sa.BigInteger(), nullable=False),
        sa.Column("slug", key_type(), nullable=False),
        sa.ForeignKeyConstraint(["mention_id"], ["mention.id"], name=op.f("fk_membership_mention_id_mention")),
        sa.ForeignKeyConstraint(["slug"], ["slug.slug"], name=op.f("fk_membership_slug_slug")),
        sa.ForeignKeyConstraint(["valid_from"], ["revision.number"], name=op.f("fk_membership_valid_from_revision")),
        sa.PrimaryKeyConstraint("mention_id", "valid_from", name=op.f("pk_membership")),
        sa.UniqueConstraint("mention_id", "valid_to", name=op.f("uq_membership_mention_id_valid_to")),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_membership_slug"), ["slug"], unique=False)

    op.execute(
        sa.insert(
            sa.table(
                "dataset",
                *(sa.column(name) for name in ("id", "uid", "revision")),
                sa.column("created_at", sa.DateTime(timezone=True)),
            )
        ).values(id=1, uid=uuid.uuid4().hex, revision=0, created_at=datetime.now(UTC))
    )


def downgrade() -> None:
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_slug"))

    op.drop_table("membership")
    with op.batch_alter_table("line_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_line_item_system"))
        batch_op.drop_index(batch_op.f("ix_line_item_package_position"))
        batch_op.drop_index(batch_op.f("ix_line_item_mention_id"))
        batch_op.drop_index(batch_op.f("ix_line_item_category"))

    op.drop_table("line_item")
    with op.batch_alter_table("coalition_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coalition_note_source_id"))
        batch_op.drop_index(batch_op.f("ix_coalition_note_package_position"))
        batch_op.drop_index(batch_op.f("ix_coalition_note_mention_id"))
        batch_op.drop_index(batch_op.f("ix_coalition_note_kind"))

    op.drop_table("coalition_note")
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_mention_id"))
        batch_op.drop_index(batch_op.f("ix_claim_field"))

    op.drop_table("claim")
    with op.batch_alter_table("source_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_source_version_published_on_source_id"))

    op.drop_table("source_version")
    with op.batch_alter_table("package", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_package_valid_from_slug"))
        batch_op.drop_index(batch_op.f("ix_package_date_slug"))
        batch_op.drop_index(batch_op.f("ix_package_amount_usd_slug"))

    op.drop_table("package")
    with op.batch_alter_table("mention", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mention_source_id_start"))
        batch_op.drop_index(batch_op.f("ix_mention_parent_id"))

    op.drop_table("mention")
    op.drop_table("source")
    op.drop_table("slug")
    with op.batch_alter_table("judgement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_judgement_record_id"))

    op.drop_table("judgement")
    with op.batch_alter_table("facet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_facet_record_key"))

    op.drop_table("facet")
    op.drop_table("revision")
    op.drop_table("program")
    op.drop_table("dataset")
