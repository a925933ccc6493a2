// @vitest-environment jsdom
import { renderHook, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { useReading } from "./useReading.ts";

const town = { weekIndex: 2981, members: 30, ownMember: 2 };
const NONE: Record<string, string> = {};

it("reads in the page where the browser has no workers, and again with an answer", async () => {
  const bytes = new TextEncoder().encode("member,project,date,hours");
  const { result, rerender } = renderHook(({ answers }) => useReading(bytes, town, answers), {
    initialProps: { answers: NONE },
  });
  await waitFor(() => expect(result.current).toMatchObject({ kind: "asked" }));
  rerender({ answers: { nobody: "yes" } });

  await waitFor(() => expect(result.current).toMatchObject({ kind: "read", rows: 0 }));
});
