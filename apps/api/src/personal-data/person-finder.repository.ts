import type { PersonalFindings, PersonalHoldings, PersonalKind, PersonalRecord } from "@abwab/contract";
import { Injectable } from "@nestjs/common";
import { Transactions } from "../platform/transactions.ts";
import { RECIPIENTS } from "./recipients.repository.ts";

/** Of one sort of place; whoever is there more often is looked for by more of the name. */
const MOST_OF_A_KIND = 50;
/** Fewer digits than a telephone number has find too much. */
const FEWEST_DIGITS = 6;

interface Row {
  kind: PersonalKind;
  key: string;
  edition: string | null;
  of: string | null;
  values: Record<string, string | null>;
  since: Date | null;
}

/** Where a person's name, address, number or badge stands, whatever it is kept for. */
@Injectable()
export class PersonFinderRepository {
  constructor(private readonly transactions: Transactions) {}

  async find(text: string): Promise<PersonalFindings> {
    const like = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    const digits = text.replaceAll(/\D/g, "");
    // A number is written with its country's code or with a nought: what is alike in both is its end.
    const number = digits.length >= FEWEST_DIGITS && /^[\d\s+().-]+$/.test(text) ? `%${digits.slice(-8)}` : null;
    const most = MOST_OF_A_KIND + 1;
    const rows = await this.transactions.client.$queryRaw<Row[]>`
      (select 'account' as kind, id::text as key, null as edition, null as of,
              jsonb_build_object('name', name, 'email', email) as values, created_at as since
       from person where name ilike ${like} or email ilike ${like} limit ${most})
      union all
      (select 'invitation', id::text, null, null, jsonb_build_object('name', name, 'email', email), created_at
       from invitation where name ilike ${like} or email ilike ${like} limit ${most})
      union all
      (select 'operator', operator.edition_id || '/' || code, slug, code,
              jsonb_build_object('name', name, 'badge', badge), null
       from operator join edition on edition.id = operator.edition_id
       where name ilike ${like} or badge ilike ${like} limit ${most})
      union all
      (select 'accreditation', accreditation.id::text, slug, coalesce(name_fr, name_ar),
              jsonb_build_object('name', holder, 'badge', pass_code), accreditation.created_at
       from accreditation join edition on edition.id = accreditation.edition_id
       join organisation on organisation.id = organisation_id
       where holder is not null and (holder ilike ${like} or pass_code ilike ${like}) limit ${most})
      union all
      (select 'contact', organisation.id::text, slug, coalesce(name_fr, name_ar),
              jsonb_build_object('name', contact ->> 'name', 'phone', contact ->> 'phone', 'email', contact ->> 'email'),
              changed_at
       from organisation join edition on edition.id = organisation.edition_id
       where contact is not null and (contact ->> 'name' ilike ${like} or contact ->> 'email' ilike ${like}
         or contact ->> 'phone' ilike ${like}
         or regexp_replace(contact ->> 'phone', '\\D', '', 'g') like ${number}) limit ${most})
      union all
      (select 'pass', code, slug, code, jsonb_build_object('name', label, 'reference', reference), issued_at
       from pass join edition on edition.id = pass.edition_id
       where label ilike ${like} or reference ilike ${like} or (label is not null and code ilike ${like}) limit ${most})
      union all
      (select 'recipient', schedule.id || '/' || md5(address), slug, schedule.name, jsonb_build_object('email', address),
              schedule.created_at
       from (${RECIPIENTS}) sent
       join report_schedule schedule on schedule.id = schedule_id join edition on edition.id = schedule.edition_id
       where address ilike ${like} limit ${most})
      union all
      (select 'list', import.id || '/' || row, slug, file_name,
              jsonb_build_object('name', coalesce(values ->> 'contactName', values ->> 'label'),
                'phone', values ->> 'contactPhone', 'email', values ->> 'contactEmail',
                'reference', values ->> 'reference'), import.created_at
       from import_row join import on import.id = import_id join edition on edition.id = import.edition_id
       where purged_at is null and (values ->> 'contactName' ilike ${like} or values ->> 'label' ilike ${like}
         or values ->> 'contactEmail' ilike ${like} or values ->> 'reference' ilike ${like}
         or array_to_string(cells, ' ') ilike ${like}
         or regexp_replace(values ->> 'contactPhone', '\\D', '', 'g') like ${number}) limit ${most})`;
    const ofKind = Map.groupBy(rows, ({ kind }) => kind);
    const shown = [...ofKind.values()].flatMap((found) => found.slice(0, MOST_OF_A_KIND));
    return { items: shown.map(toRecord), more: shown.length < rows.length };
  }

  /** @param days after the last one on which what is kept for an edition goes */
  async holdings(days: number): Promise<PersonalHoldings> {
    const { client } = this.transactions;
    const [accounts, invitations, editions] = await Promise.all([
      client.person.count(),
      client.invitation.count(),
      client.$queryRaw<PersonalHoldings["editions"]>`
        select slug as edition,
               (select (max(date) + ${days}::integer)::text from edition_day where edition_id = edition.id) as "purgedOn",
               (select count(*)::integer from organisation where edition_id = edition.id and contact is not null) as contacts,
               (select count(*)::integer from accreditation where edition_id = edition.id and holder is not null)
                 as accreditations,
               (select count(*)::integer from import where edition_id = edition.id and purged_at is null) as lists,
               (select count(*)::integer from operator where edition_id = edition.id) as operators,
               (select count(*)::integer from pass where edition_id = edition.id and (label is not null or reference is not null))
                 as passes
        from edition order by id desc`,
    ]);
    return { accounts, invitations, editions };
  }
}

function toRecord({ values, since, ...row }: Row): PersonalRecord {
  const known = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...row, values: Object.fromEntries(known), since: since?.toISOString() ?? null };
}
