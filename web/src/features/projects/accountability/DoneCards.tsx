import type { ComponentProps } from "react";
import { BudgetCard } from "./BudgetCard.tsx";
import { ForecastCard } from "./ForecastCard.tsx";

/** What was done beside what was promised: what the past tells. */
export function DoneCards({ facts, reading, rows, unit }: ComponentProps<typeof ForecastCard>) {
  return (
    <>
      <ForecastCard facts={facts} reading={reading} rows={rows} unit={unit} />
      <BudgetCard sale={facts.sale} budget={"plan" in reading ? reading.plan.budget : null} unit={unit} />
    </>
  );
}
