import { entriesRequest, type NewEntry } from "@abwab/contract";
import {
  BadRequestException,
  Body,
  Controller,
  HttpCode,
  type PipeTransform,
  Post,
  Req,
  UseGuards,
} from "@nestjs/common";
import { DeviceGuard, type DeviceRequest } from "./device.guard.ts";
import { EntryStore, type Outcome } from "./entry-store.ts";

interface RecordedEntries {
  serverTime: string;
  results: { id: string; status: Outcome }[];
}

class EntriesPipe implements PipeTransform {
  transform(body: unknown): NewEntry[] {
    const checked = entriesRequest.safeParse(body);
    if (!checked.success) throw new BadRequestException(checked.error.issues);
    return checked.data.entries.filter((item) => !("voids" in item)) as NewEntry[];
  }
}

@Controller("api/v1/entries")
export class EntriesController {
  constructor(private readonly store: EntryStore) {}

  @Post()
  @HttpCode(200)
  @UseGuards(DeviceGuard)
  async record(@Req() request: DeviceRequest, @Body(new EntriesPipe()) entries: NewEntry[]): Promise<RecordedEntries> {
    const status = await this.store.record(request.device, entries);
    return { serverTime: new Date().toISOString(), results: entries.map(({ id }) => ({ id, status })) };
  }
}
