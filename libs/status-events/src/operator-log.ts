/** Takes what an operator should know: a sentence, and its facts. */
export type OperatorLog = (message: string, facts: Readonly<Record<string, unknown>>) => void;
