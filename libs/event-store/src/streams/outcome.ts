/** What was asked for, or why it is refused; then nothing was recorded. */
export type Outcome<Answer, Refusal> =
  | { readonly kind: 'accepted'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** The events to append, none where all is recorded already; or why nothing may be appended. */
export type StreamDecision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const accepted = <Answer>(answer: Answer) => ({ kind: 'accepted', answer }) as const;

export const refused = <Refusal>(refusal: Refusal) => ({ kind: 'refused', refusal }) as const;

/** A decision to append these events. */
export const record = <Event>(...events: readonly Event[]) => ({ kind: 'accepted', events }) as const;

export const nothingToRecord = record<never>();
