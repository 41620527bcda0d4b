-- What an event of the audit trail says of a person can be taken out of it, and the chain still holds: it hashes a
-- salted digest of those values, which stays when they go. See docs/decisions/0015-what-the-trail-says-can-go.md.

-- The old chain must hold before a new one takes its place: nothing that was tampered with is sealed anew.
DO $$
declare
  event audit_event;
  last_hash bytea;
  last_seq bigint := 0;
begin
  for event in select * from audit_event where seq is not null order by seq loop
    last_hash := sha256(coalesce(last_hash, '\x') || audit_content(event));
    if event.seq <> last_seq + 1 or event.hash is distinct from last_hash then
      raise exception 'the audit trail does not hold at event %: look into it with npm run verify before upgrading', event.seq;
    end if;
    last_seq := event.seq;
  end loop;
end
$$;

-- AlterTable
ALTER TABLE "audit_event" ADD COLUMN     "salt" UUID DEFAULT gen_random_uuid(),
ADD COLUMN     "values_digest" BYTEA;

-- Parts with the length of each, so that none can borrow from its neighbour.
CREATE FUNCTION audit_digest(parts text[]) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  select sha256(convert_to(string_agg(coalesce(octet_length(part)::text || ':' || part, '-'), ',' order by place), 'UTF8'))
  from unnest(parts) with ordinality as numbered (part, place)
$$;

-- What may name a person: on whom, before and after. Without the salt nobody can find the values by trying.
CREATE FUNCTION audit_values(event audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  select audit_digest(array[event.salt::text, event.subject, event.before::text, event.after::text])
$$;

-- The rest as it stands, and the digest of the values: the kept one where they were erased.
CREATE OR REPLACE FUNCTION audit_content(event audit_event) RETURNS bytea LANGUAGE sql STABLE AS $$
  select audit_digest(array[
    event.id::text, (extract(epoch from event.at) * 1000)::bigint::text, event.actor_id::text, event.action,
    encode(coalesce(event.values_digest, audit_values(event)), 'hex')
  ])
$$;

-- Chained anew, by what is hashed from now on.
UPDATE audit_event SET seq = NULL, hash = NULL;
SELECT seal_audit();

-- A revision stays as it is but for the name of who settled it, which may be erased.
DROP TRIGGER settled_day_is_append_only ON settled_day;
CREATE TRIGGER settled_day_is_append_only BEFORE UPDATE ON settled_day FOR EACH ROW
  WHEN (to_jsonb(new) - 'settled_by' IS DISTINCT FROM to_jsonb(old) - 'settled_by')
  EXECUTE FUNCTION refuse_change();
