import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { Engines } from '@app/engines';
import { preferencesOf, type Recipient, setPreferences, type StoredPreferences } from '@app/notices';
import { type Actor } from '@app/ordering';
import { homeTimeZone } from '@app/words';
import { checkPreferences } from '../access/access.js';
import { RequestActor } from '../access/actor-of.js';
import { revisionOf } from '../commands/command-envelope.js';
import { problem } from '../problems/problem.js';
import { ChooseNoticesDto } from './notice-preferences.dto.js';
import { ShowsPreferences, TakesPreferences } from './preference-routes.js';

@Controller()
export class NoticePreferencesController {
  constructor(private readonly engines: Engines) {}

  @ShowsPreferences('buyer')
  buyerPreferences(
    @Param('id') id: string,
    @RequestActor() reader: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.show({ role: 'buyer', id }, reader, reply);
  }

  @TakesPreferences('buyer')
  chooseBuyerNotices(
    @Param('id') id: string,
    @Body() body: ChooseNoticesDto,
    @Headers('if-match') tag: string | undefined,
    @RequestActor() sender: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.choose({ role: 'buyer', id }, body, tag, sender, reply);
  }

  @ShowsPreferences('seller')
  sellerPreferences(
    @Param('id') id: string,
    @RequestActor() reader: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.show({ role: 'seller', id }, reader, reply);
  }

  @TakesPreferences('seller')
  chooseSellerNotices(
    @Param('id') id: string,
    @Body() body: ChooseNoticesDto,
    @Headers('if-match') tag: string | undefined,
    @RequestActor() sender: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.choose({ role: 'seller', id }, body, tag, sender, reply);
  }

  private async show(person: Recipient, reader: Actor, reply: FastifyReply): Promise<StoredPreferences> {
    checkPreferences(person, reader);
    const preferences = await preferencesOf(this.engines.database.pool, [person]);
    return tagged(preferences(person), reply);
  }

  private async choose(
    person: Recipient,
    { version: _, ...chosen }: ChooseNoticesDto,
    tag: string | undefined,
    sender: Actor,
    reply: FastifyReply,
  ): Promise<StoredPreferences> {
    checkPreferences(person, sender);
    const preferences = { timeZone: homeTimeZone, ...chosen };
    const changed = { by: `${sender.role}:${sender.id}`, expectedVersion: revisionOf(tag) };
    const version = await setPreferences(this.engines.database.pool, person, preferences, changed);
    if (version === undefined) throw problem('version-mismatch', {});
    return tagged({ ...preferences, version }, reply);
  }
}

function tagged(preferences: StoredPreferences, reply: FastifyReply): StoredPreferences {
  reply.header('etag', `"${preferences.version}"`);
  return preferences;
}
