import { type Deed, deedPresets } from "../../profit/Deed.ts";
import type { ProfitEvent } from "../Books.ts";

type Agreement = { deed: Deed; change: Deed | null; inForceFrom: number };

/** Follows the deeds of all businesses: what was proposed holds from when it was approved for, and once sealed until its sale fails. */
export class Deeds {
  readonly #agreements = new Map<bigint, Agreement>();

  /** The deed in force of a business at a moment. */
  at(business: bigint, now: number): Deed {
    const { deed, change, inForceFrom } = this.#of(business);
    return change !== null && inForceFrom !== 0 && now >= inForceFrom ? change : deed;
  }

  apply({ eventName, args }: ProfitEvent, now: number): void {
    if (eventName === "ProfitDeposited") return;
    const { business } = args;
    const deed = this.at(business, now);
    if (eventName === "DeedProposed") this.#agreements.set(business, { deed, change: args.deed, inForceFrom: 0 });
    if (eventName === "DeedWithdrawn") this.#agreements.set(business, { deed, change: null, inForceFrom: 0 });
    if (eventName === "DeedApproved")
      this.#agreements.set(business, { ...this.#of(business), inForceFrom: args.inForceFrom });
    if (eventName === "DeedSealed") this.#agreements.set(business, { deed, change: null, inForceFrom: 0 });
  }

  #of(business: bigint): Agreement {
    return this.#agreements.get(business) ?? { deed: deedPresets.thirds, change: null, inForceFrom: 0 };
  }
}
