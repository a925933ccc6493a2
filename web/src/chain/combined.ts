/** What a component needs to know of something that is read: a query of the cache is one, and so are several together. */
export type Read<data> = {
  data: data | undefined;
  isError: boolean;
  error?: unknown;
  /** Whether it would take many requests, which `refetch` then makes. */
  isOffered?: boolean;
  refetch: () => unknown;
};

type DataOf<reads> = { [index in keyof reads]: reads[index] extends Read<infer data> ? data : never };

/** Several reads as one: it has what all of them say once all do, and fails where one does. */
export function combined<const reads extends readonly Read<unknown>[]>(reads: reads): Read<DataOf<reads>> {
  const all = reads.map((read) => read.data);
  const failed = reads.filter((read) => read.isError);
  return {
    data: all.includes(undefined) ? undefined : (all as DataOf<reads>),
    isError: failed.length > 0,
    error: failed[0]?.error,
    isOffered: failed.length > 0 && failed.every((read) => read.isOffered === true),
    refetch: () => failed.forEach((read) => void read.refetch()),
  };
}
