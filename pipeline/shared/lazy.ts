/** Values that are made when first asked for, and kept. */

/** `make`, called at most once. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
