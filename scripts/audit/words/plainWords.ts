// What stands in for Lingui's macro where no page is built: the words as they were written, in English.

type Values = readonly unknown[];

/** A message is its own text. */
export function msg(parts: TemplateStringsArray, ...values: Values): { id: string; message: string } {
  const message = String.raw({ raw: parts }, ...values.map(String));
  return { id: message, message };
}

/** English has one form for one, and another for the others. */
export function plural(count: number, forms: { one?: string; other: string }): string {
  const form = count === 1 ? (forms.one ?? forms.other) : forms.other;
  return form.replaceAll("#", String(count));
}
