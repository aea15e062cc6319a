/** A map of any kind. */
interface Store<K, T> {
  get(key: K): T | undefined;
  set(key: K, value: T): unknown;
}

/** Value of a store, made the first time that somebody asks for it. */
export function keep<K, T>(store: Store<K, T>, key: K, create: () => T): T {
  let value = store.get(key);
  if (value === undefined) {
    value = create();
    store.set(key, value);
  }
  return value;
}
