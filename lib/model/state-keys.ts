/** Subjects of a suspension. */
export type SuspensionSubject =
  | { readonly kind: 'vendor' }
  | { readonly kind: 'matter' | 'person'; readonly id: string };

/** Top-level prefixes of the state bucket; its policy gives each to other roles. */
export const statePrefixes = { suspended: 'suspended', sessions: 'sessions' } as const;

/** Everything below it suspends the subject, one object for each incident. */
export const suspensionPrefix = (subject: SuspensionSubject): string =>
  subject.kind === 'vendor'
    ? `${statePrefixes.suspended}/vendor/`
    : `${statePrefixes.suspended}/${subject.kind}/${opaque(subject.id)}/`;

/** Lifting one incident's suspension leaves those of other incidents. */
export const suspensionKey = (subject: SuspensionSubject, incident: string): string =>
  `${suspensionPrefix(subject)}${opaque(incident)}`;

export const sessionKey = (connectionId: string): string =>
  `${statePrefixes.sessions}/${opaque(connectionId)}`;

/** @throws Error for anything that could leave its prefix. */
function opaque(id: string): string {
  if (!/^[a-z0-9][a-z0-9-]{2,63}$/.test(id)) throw new Error(`id: got ${JSON.stringify(id)}, expected an id`);
  return id;
}
