import { type RecordedEvent } from '@app/event-store';
import { traceparentOf } from '@app/order-log';
import { inSpan, linksTo } from '@app/telemetry';

/** A span keeps no more links than this. */
const maxLinks = 128;

/** Writes a batch in a span that is linked to those its events were appended in: it belongs to no single one. */
export const inProjectionSpan = (
  events: readonly RecordedEvent[],
  write: () => Promise<void>,
): Promise<void> =>
  events.length === 0
    ? write()
    : inSpan('project orders', { root: true, attributes: { 'projection.events': events.length } }, (span) => {
        if (span.isRecording()) span.addLinks(linksTo(events.slice(0, maxLinks).map(traceparentOf)));
        return write();
      });
