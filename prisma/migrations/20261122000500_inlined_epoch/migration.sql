-- The planner puts a function of one expression in place of its call only when the expression is as immutable as the
-- function says it is, and timestamptz + interval is not: it was called three times a row, at a third of a batch's
-- time. The cast makes whole milliseconds of what the division left.
create or replace function from_epoch_ms(ms bigint) returns timestamptz
  language sql immutable strict parallel safe
  return to_timestamp(ms::double precision / 1000)::timestamptz(3);
