/** Value of a store, made the first time that somebody asks for it. */
export function keep<K, T>(store: Map<K, T>, key: K, create: () => T): T {
  let value = store.get(key);
  if (value === undefined) {
    value = create();
    store.set(key, value);
  }
  return value;
}
