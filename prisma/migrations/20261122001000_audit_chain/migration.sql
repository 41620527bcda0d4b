-- The audit trail's events are chained by hashes: whoever alters, removes or slips one in later breaks the chain.

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "seq" BIGINT;

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_seq_key" ON "audit_event"("seq");

-- Those that are still to be chained.

-- CreateIndex
CREATE INDEX "audit_event_unsealed_idx" ON "audit_event"("at", "id") WHERE "seq" IS NULL;

-- What is hashed of an event: all that it states but the actor's name and address, which are personal data and may be
-- purged (P1). Each part with its length, so that none can borrow from its neighbour.
CREATE FUNCTION audit_content(event audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  select sha256(convert_to(string_agg(coalesce(octet_length(part)::text || ':' || part, '-'), ',' order by place), 'UTF8'))
  from unnest(array[
    event.id::text, (extract(epoch from event.at) * 1000)::bigint::text, event.actor_id::text, event.action,
    event.subject, event.before::text, event.after::text
  ]) with ordinality as parts (part, place)
$$;

-- Chains what isn't yet, in the order of time: each hash is that of the one before and of the event's content. One
-- server at a time, and outside of the changes' own transactions, which so never wait for one another here. Answers
-- how many were chained.
CREATE FUNCTION seal_audit() RETURNS integer LANGUAGE plpgsql AS $$
declare
  event audit_event;
  last_seq bigint;
  last_hash bytea;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(7308332045221421);
  select coalesce(max(seq), 0) into last_seq from audit_event;
  select hash into last_hash from audit_event where seq = last_seq;
  for event in select * from audit_event where seq is null order by at, id loop
    last_seq := last_seq + 1;
    last_hash := sha256(coalesce(last_hash, '\x') || audit_content(event));
    update audit_event set seq = last_seq, hash = last_hash where id = event.id;
    sealed := sealed + 1;
  end loop;
  return sealed;
end
$$;
