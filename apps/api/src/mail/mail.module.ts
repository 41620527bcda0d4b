import { Module } from "@nestjs/common";
import { MailController } from "./mail.controller.ts";
import { MailServer } from "./mail-server.ts";

/** Letters by e-mail, through the mail server that the settings name. */
@Module({ controllers: [MailController], providers: [MailServer], exports: [MailServer] })
export class MailModule {}
