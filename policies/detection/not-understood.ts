/** A pattern, an alarm or a trail that this evaluator cannot decide about: a finding of its own, never a pass. */
export class NotUnderstood extends Error {}
