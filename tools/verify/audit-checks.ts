import type { Check } from "./check.ts";

/**
 * P2: follows the chain of the audit trail from its first event on. It finds an event that was altered, one that was
 * removed from within (a number is missing) and one that was slipped in. Each hash is worked out from the stored one
 * before, so that one fault is one line.
 */
const auditChain: Check = {
  name: "audit trail",
  sql: `
    with link as (
      select seq, id, action, subject, hash as stored,
             sha256(coalesce(lag(hash) over in_order, '\\x') || audit_content(audit_event)) as recounted,
             lag(seq, 1, 0::bigint) over in_order as former
      from audit_event where seq is not null window in_order as (order by seq))
    select 'all editions' as edition,
           case when seq <> former + 1 then 'event ' || (former + 1) || ' is missing before ' else 'event ' end
             || seq || ', ' || action || ' ' || subject as what,
           encode(stored, 'hex') as stored, encode(recounted, 'hex') as recounted
    from link where seq <> former + 1 or stored is distinct from recounted
    order by seq`,
};

/**
 * P1: what was erased of an event is named by an erasure on the trail, whose own place in the chain says that it was
 * done and by whom: nobody empties an event quietly.
 */
const auditErasures: Check = {
  name: "audit trail",
  sql: `
    select 'all editions' as edition, 'event ' || coalesce(seq::text, '?') || ', ' || action || ' was emptied without an erasure' as what,
           encode(values_digest, 'hex') as stored, 'no erasure names it' as recounted
    from audit_event as emptied
    where values_digest is not null and not exists (
      select from audit_event as erasure
      where erasure.action = 'personal-data.erase' and erasure.after -> 'events' ? emptied.id::text)
    order by seq`,
};

export const auditChecks: readonly Check[] = [auditChain, auditErasures];
