import { type StreamDecision, type Streams } from '@app/event-store';
import { type Causation } from './resource-codec.js';

/** Carries out what the streams' own rules never refuse; throws where others are ahead again and again. */
export async function settleStream<State, Event, Refusal>(
  streams: Streams<State, Event, Causation, Refusal>,
  stream: string,
  decide: (state: State | undefined) => StreamDecision<Event, Refusal>,
): Promise<void> {
  const outcome = await streams.change(stream.slice(streams.prefix.length), {}, decide);
  if (outcome.kind === 'refused')
    throw new Error(`${stream} cannot be settled: ${JSON.stringify(outcome.refusal)}`);
}
