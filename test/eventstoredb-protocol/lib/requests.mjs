import { fromProject } from './project.mjs';

const shared = fromProject('@eventstore/db-client/generated/shared_pb.js');
const streams = fromProject('@eventstore/db-client/generated/streams_pb.js');
const timestamp = fromProject('google-protobuf/google/protobuf/timestamp_pb.js');
const empty = fromProject('google-protobuf/google/protobuf/empty_pb.js');

const Options = streams.ReadReq.Options;
const none = () => new shared.Empty();

export function identifier(name) {
  return new shared.StreamIdentifier().setStreamName(typeof name === 'string' ? Buffer.from(name) : name);
}

export function uuid(text) {
  return new shared.UUID().setString(text);
}

export function structuredUuid(text) {
  const hex = text.replaceAll('-', '');
  const half = (from) => BigInt.asIntN(64, BigInt(`0x${hex.slice(from, from + 16)}`)).toString();
  return new shared.UUID().setStructured(
    new shared.UUID.Structured().setMostSignificantBits(half(0)).setLeastSignificantBits(half(16)),
  );
}

/**
 * A Read: `stream` or `all`, `from` ('start', 'end', a revision or a position), `backwards`, `count` (a number), or
 * `live` for a subscription; `filter` see `filter()`; null leaves out what is usually there.
 */
export function read({
  stream,
  all,
  from = 'start',
  backwards = false,
  count,
  live = false,
  filter,
  noFilter,
  uuids = 'string',
  links = false,
  compatibility,
}) {
  const options = new Options().setResolveLinks(links);
  if (backwards !== null) options.setReadDirection(backwards ? 1 : 0);
  if (stream !== undefined) {
    const of = new Options.StreamOptions();
    if (stream !== null) of.setStreamIdentifier(identifier(stream));
    if (from === 'start') of.setStart(none());
    else if (from === 'end') of.setEnd(none());
    else if (from !== null) of.setRevision(String(from));
    options.setStream(of);
  } else if (all) {
    const of = new Options.AllOptions();
    if (from === 'start') of.setStart(none());
    else if (from === 'end') of.setEnd(none());
    else if (from !== null)
      of.setPosition(
        new Options.Position()
          .setCommitPosition(String(from.commit))
          .setPreparePosition(String(from.prepare)),
      );
    options.setAll(of);
  }
  if (live) options.setSubscription(new Options.SubscriptionOptions());
  else if (count !== undefined && count !== null) options.setCount(String(count));
  if (filter) options.setFilter(filter);
  else if (noFilter !== null) options.setNoFilter(none());
  if (uuids === 'string') options.setUuidOption(new Options.UUIDOption().setString(none()));
  else if (uuids === 'structured') options.setUuidOption(new Options.UUIDOption().setStructured(none()));
  else if (uuids === 'empty') options.setUuidOption(new Options.UUIDOption());
  if (compatibility !== undefined)
    options.setControlOption(new Options.ControlOption().setCompatibility(compatibility));
  return new streams.ReadReq().setOptions(options);
}

/** `on` is 'stream' or 'type', or null; `max` a number, 'count', or null for neither. */
export function filter({ on = 'stream', prefixes, regex, max = 'count', interval = 1 }) {
  const expression = new Options.FilterOptions.Expression();
  if (prefixes) expression.setPrefixList(prefixes);
  if (regex !== undefined) expression.setRegex(regex);
  const options = new Options.FilterOptions().setCheckpointintervalmultiplier(interval);
  if (on === 'stream') options.setStreamIdentifier(expression);
  else if (on === 'type') options.setEventType(expression);
  if (max === 'count') options.setCount(none());
  else if (max !== null) options.setMax(max);
  return options;
}

function expect(options, expected, setRevision, Empty) {
  if (expected === 'any') options.setAny(new Empty());
  else if (expected === 'no_stream') options.setNoStream(new Empty());
  else if (expected === 'stream_exists') options.setStreamExists(new Empty());
  else if (expected !== null) options[setRevision](String(expected));
  return options;
}

export function appendOptions({ stream, expected = 'any' }) {
  const options = new streams.AppendReq.Options();
  if (stream !== null) options.setStreamIdentifier(identifier(stream));
  return new streams.AppendReq().setOptions(expect(options, expected, 'setRevision', shared.Empty));
}

function fill(
  message,
  { id, type = 'E', contentType = 'application/json', data = '{}', metadata, more = {} },
) {
  if (id !== null) message.setId(typeof id === 'string' ? uuid(id) : id);
  const map = message.getMetadataMap();
  if (type !== null) map.set('type', type);
  if (contentType !== null) map.set('content-type', contentType);
  for (const [key, value] of Object.entries(more)) map.set(key, value);
  if (data !== null) message.setData(Buffer.from(data));
  if (metadata !== undefined) message.setCustomMetadata(Buffer.from(metadata));
  return message;
}

export function appendEvent(event) {
  return new streams.AppendReq().setProposedMessage(fill(new streams.AppendReq.ProposedMessage(), event));
}

/** An Append with these messages. */
export function append(t, messages, options = {}) {
  return new Promise((resolve, reject) => {
    const call = t
      .raw()
      .append({ deadline: Date.now() + 10_000, ...options }, (error, response) =>
        error ? reject(error) : resolve(appendAnswer(response)),
      );
    for (const message of messages) call.write(message);
    call.end();
  });
}

function appendAnswer(response) {
  if (response.hasSuccess()) {
    const success = response.getSuccess();
    const at = success.getPosition();
    return {
      answer: 'success',
      revision: success.hasNoStream() ? 'no stream' : success.getCurrentRevision(),
      at: at
        ? { commit: BigInt(at.getCommitPosition()), prepare: BigInt(at.getPreparePosition()) }
        : success.hasNoPosition()
          ? 'no position'
          : 'not set',
    };
  }
  if (response.hasWrongExpectedVersion()) {
    const wrong = response.getWrongExpectedVersion();
    return {
      answer: 'wrong expected version',
      current: wrong.hasCurrentRevision()
        ? wrong.getCurrentRevision()
        : wrong.hasCurrentNoStream()
          ? 'no stream'
          : 'not set',
      expected: wrong.hasExpectedRevision()
        ? wrong.getExpectedRevision()
        : wrong.hasExpectedAny()
          ? 'any'
          : wrong.hasExpectedNoStream()
            ? 'no stream'
            : wrong.hasExpectedStreamExists()
              ? 'stream exists'
              : 'not set',
      old: oldFields(wrong),
    };
  }
  return 'neither success nor wrong expected version';
}

/** What clients before 20.10 look at. */
function oldFields(wrong) {
  const current = wrong.hasCurrentRevision2060()
    ? `revision ${wrong.getCurrentRevision2060()}`
    : wrong.hasNoStream2060()
      ? 'no stream'
      : 'not set';
  const expected = wrong.hasExpectedRevision2060()
    ? `revision ${wrong.getExpectedRevision2060()}`
    : wrong.hasAny2060()
      ? 'any'
      : wrong.hasStreamExists2060()
        ? 'stream exists'
        : 'not set';
  return `current ${current}, expected ${expected}`;
}

export function batch({
  correlation,
  stream,
  expected = 'any',
  deadline,
  options = true,
  events = [],
  final = true,
}) {
  const request = new streams.BatchAppendReq().setIsFinal(final);
  if (correlation)
    request.setCorrelationId(typeof correlation === 'string' ? uuid(correlation) : correlation);
  if (options) {
    const of = expect(new streams.BatchAppendReq.Options(), expected, 'setStreamPosition', empty.Empty);
    if (stream !== null && stream !== undefined) of.setStreamIdentifier(identifier(stream));
    if (deadline) of.setDeadline(timestamp.Timestamp.fromDate(deadline));
    request.setOptions(of);
  }
  return request.setProposedMessagesList(
    events.map((event) => fill(new streams.BatchAppendReq.ProposedMessage(), event)),
  );
}

/** One BatchAppend call: sends the requests, collects `answers` of them, then leaves, or ends its own side and waits for the end of the other. */
export function batchAppend(t, requests, { answers = 1, wait = 6_000, end = false } = {}) {
  return new Promise((resolve) => {
    const call = t.raw().batchAppend();
    const seen = [];
    const finish = () => {
      clearTimeout(timer);
      call.on('error', () => {});
      resolve([...seen]);
      call.cancel();
    };
    const timer = setTimeout(() => {
      seen.push('no more answers');
      finish();
    }, wait);
    call.on('data', (response) => {
      seen.push(batchAnswer(response));
      if (seen.length !== answers) return;
      if (end) call.end();
      else finish();
    });
    call.on('error', (error) => {
      seen.push(t.errorText(error));
      finish();
    });
    call.on('end', () => {
      seen.push('end');
      finish();
    });
    for (const request of requests) call.write(request);
  });
}

function batchAnswer(response) {
  const id = response.getCorrelationId();
  const answer = {
    correlation: id ? (id.hasStructured() ? 'structured' : id.getString()) : 'none',
    stream: Buffer.from(response.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    echo: response.hasStreamPosition()
      ? response.getStreamPosition()
      : response.hasNoStream()
        ? 'no stream'
        : response.hasAny()
          ? 'any'
          : response.hasStreamExists()
            ? 'stream exists'
            : 'not set',
  };
  if (response.hasSuccess()) {
    const success = response.getSuccess();
    const at = success.getPosition();
    return {
      ...answer,
      answer: 'success',
      revision: success.hasNoStream() ? 'no stream' : success.getCurrentRevision(),
      at: at
        ? { commit: BigInt(at.getCommitPosition()), prepare: BigInt(at.getPreparePosition()) }
        : success.hasNoPosition()
          ? 'no position'
          : 'not set',
    };
  }
  if (response.hasError()) {
    const error = response.getError();
    return { ...answer, answer: 'error', code: error.getCode(), detail: detailOf(error) };
  }
  return { ...answer, answer: 'neither success nor error' };
}

function detailOf(error) {
  const details = error.getDetails();
  if (!details) return 'none';
  const name = details.getTypeName();
  const short = name.split('.').at(-1);
  const Type = shared[short];
  if (!Type) return name;
  const detail = details.unpack(Type.deserializeBinary, name);
  if (short === 'WrongExpectedVersion') {
    const current = detail.hasCurrentStreamRevision()
      ? detail.getCurrentStreamRevision()
      : detail.hasCurrentNoStream()
        ? 'no stream'
        : 'not set';
    const expected = detail.hasExpectedStreamPosition()
      ? detail.getExpectedStreamPosition()
      : detail.hasExpectedAny()
        ? 'any'
        : detail.hasExpectedNoStream()
          ? 'no stream'
          : detail.hasExpectedStreamExists()
            ? 'stream exists'
            : 'not set';
    return `${name} current=${current} expected=${expected}`;
  }
  if (short === 'MaximumAppendSizeExceeded') return `${name} ${detail.getMaxappendsize()}`;
  if (short === 'StreamDeleted')
    return `${name} ${Buffer.from(detail.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()}`;
  return name;
}

export function remove(Request, { stream, expected = 'any', options = true }) {
  const request = new Request();
  if (!options) return request;
  const of = expect(new Request.Options(), expected, 'setRevision', shared.Empty);
  if (stream !== null) of.setStreamIdentifier(identifier(stream));
  return request.setOptions(of);
}

export function removeAnswer(response) {
  const at = response.getPosition();
  return at
    ? { commit: BigInt(at.getCommitPosition()), prepare: BigInt(at.getPreparePosition()) }
    : 'no position';
}

export { shared, streams };
