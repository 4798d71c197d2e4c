import { bytesText, pair, position } from './text.mjs';

const WAIT_MS = 8_000;

/** The messages of one Read call in the order in which they came; events of other writers are left out. */
export class Watch {
  constructor(context, call, adapt = (watch) => watch.listen()) {
    this.context = context;
    this.call = call;
    this.entries = [];
    this.waiting = new Set();
    this.stopped = false;
    this.ended = false;
    adapt(this);
  }

  /** Through the genuine client, which tells confirmations and the like apart from events, but not their order. */
  static ofClient(context, subscription) {
    const watch = new Watch(context, subscription, () => {});
    subscription.on('data', (resolved) => {
      if (!context.mine(resolved.event?.streamId, resolved.link?.streamId)) return;
      watch.add('event', context.resolvedText(resolved), { resolved });
    });
    subscription.on('error', (error) => watch.add('error', context.errorText(error)));
    subscription.on('end', () => watch.add('end', 'end'));
    subscription.on('caughtUp', () => watch.add('caughtUp', 'caughtUp'));
    subscription.on('fellBehind', () => watch.add('fellBehind', 'fellBehind'));
    subscription.on('confirmation', () => watch.add('confirmation', 'confirmation'));
    return watch;
  }

  listen() {
    this.call.on('data', (message) => this.message(message));
    this.call.on('error', (error) => this.add('error', this.context.errorText(error)));
    this.call.on('end', () => this.add('end', 'end'));
  }

  message(message) {
    if (message.hasConfirmation()) {
      const id = message.getConfirmation().getSubscriptionId();
      this.add('confirmation', id === '' ? 'confirmation without an id' : 'confirmation');
    } else if (message.hasCaughtUp()) this.add('caughtUp', 'caughtUp');
    else if (message.hasFellBehind()) this.add('fellBehind', 'fellBehind');
    else if (message.hasStreamNotFound()) {
      const name = Buffer.from(
        message.getStreamNotFound().getStreamIdentifier()?.getStreamName_asU8() ?? [],
      ).toString();
      this.add('notFound', `not found: ${this.context.part(name)}`);
    } else if (message.hasCheckpoint()) {
      const at = {
        commit: BigInt(message.getCheckpoint().getCommitPosition()),
        prepare: BigInt(message.getCheckpoint().getPreparePosition()),
      };
      this.add('checkpoint', `checkpoint ${pair(at)}`, { at });
    } else if (message.hasEvent()) {
      const read = message.getEvent();
      const [event, link] = [record(read.getEvent()), record(read.getLink())];
      if (!this.context.mine(event?.stream, link?.stream)) return;
      const parts = [event ? recordText(event, this.context) : 'no event'];
      if (link) parts.push(`by link ${recordText(link, this.context)}`);
      if (read.hasNoPosition()) parts.push('no position');
      else if (!read.hasCommitPosition()) parts.push('position not set');
      else if (read.getCommitPosition() !== (link ?? event)?.commit)
        parts.push(`commit ${position(read.getCommitPosition())}`);
      this.add('event', parts.join(' '), { event, link });
    } else if (message.getContentCase() === 5)
      this.add('first', `first revision ${message.getFirstStreamPosition()}`);
    else if (message.getContentCase() === 6)
      this.add('last', `last revision ${message.getLastStreamPosition()}`);
    else if (message.getContentCase() === 7) {
      const at = message.getLastAllStreamPosition();
      this.add(
        'last',
        `last position ${pair({ commit: at.getCommitPosition(), prepare: at.getPreparePosition() })}`,
      );
    } else this.add('other', `message of kind ${message.getContentCase()}`);
  }

  add(kind, text, more = {}) {
    if (this.stopped) return;
    if (kind === 'end' || kind === 'error') this.ended = true;
    this.entries.push({ kind, text, ...more });
    for (const wake of [...this.waiting]) wake();
  }

  /** Waits for what the predicate of all entries accepts; false when it did not come in time. */
  until(reached, ms = WAIT_MS) {
    if (reached(this.entries)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (answer) => {
        clearTimeout(timer);
        this.waiting.delete(look);
        resolve(answer);
      };
      const look = () => {
        if (reached(this.entries)) finish(true);
        else if (this.ended) finish(false);
      };
      const timer = setTimeout(() => finish(false), ms);
      this.waiting.add(look);
      look();
    });
  }

  kinds(kind) {
    return this.entries.filter((entry) => entry.kind === kind);
  }

  events(count) {
    return this.until(() => this.kinds('event').length >= count);
  }

  saw(kind, count = 1) {
    return this.until(() => this.kinds(kind).length >= count);
  }

  typed(type) {
    return this.until(() =>
      this.kinds('event').some(({ event, resolved }) => (event ?? resolved?.event)?.type === type),
    );
  }

  done(ms) {
    return this.until(() => this.ended, ms);
  }

  /** All that came, as texts. */
  texts(keep = () => true) {
    return this.entries.filter(keep).map(({ text }) => text);
  }

  async stop() {
    if (this.stopped) return;
    this.stopped = true;
    this.call.on('error', () => {});
    if (this.ended) return;
    if (this.call.unsubscribe) await this.call.unsubscribe();
    else this.call.cancel();
  }
}

function record(recorded) {
  if (!recorded) return undefined;
  const id = recorded.getId();
  const structured = id?.hasStructured();
  return {
    stream: Buffer.from(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    revision: recorded.getStreamRevision(),
    type: recorded.getMetadataMap().get('type') ?? '',
    contentType: recorded.getMetadataMap().get('content-type') ?? '',
    created: recorded.getMetadataMap().get('created') ?? '',
    keys: [...recorded.getMetadataMap().keys()].sort().join(),
    id: structured ? halves(id.getStructured()) : id?.getString(),
    form: structured ? 'structured ' : '',
    data: recorded.getData_asU8(),
    metadata: recorded.getCustomMetadata_asU8(),
    commit: recorded.getCommitPosition(),
    prepare: recorded.getPreparePosition(),
  };
}

function recordText(
  { stream, revision, type, contentType, keys, id, form, data, metadata, commit, prepare, created },
  context,
) {
  const extra = keys === 'content-type,created,type' ? '' : ` keys=${keys}`;
  const meta = metadata.length === 0 ? '' : ` meta=${bytesText(metadata)}`;
  const age = Math.abs(Date.now() - Number(BigInt(created || 0) / 10_000n));
  return `${context.part(stream)}@${revision} ${type || '(no type)'} ${form}${id} ${contentType.replace(/^application\//, '')} ${bytesText(
    data,
  )}${meta}${extra} ${pair({ commit, prepare })}${age > 600_000 ? ' created at another time' : ''}`;
}

export function halves(structured) {
  const hex = [structured.getMostSignificantBits(), structured.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
