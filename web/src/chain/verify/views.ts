const view = { type: "function", stateMutability: "view" } as const;
const uint = { name: "", type: "uint256" } as const;

/** The few views that the checks ask: whole ABIs would be most of what a page loads. */
export const views = {
  token: [
    { ...view, name: "totalSupply", inputs: [], outputs: [uint] },
    { ...view, name: "balanceOf", inputs: [{ name: "", type: "address" }], outputs: [uint] },
    { ...view, name: "claimable", inputs: [{ name: "", type: "address" }], outputs: [uint] },
    {
      ...view,
      name: "ledger",
      inputs: [],
      outputs: [
        {
          name: "",
          type: "tuple",
          components: [
            { name: "supply", type: "uint40" },
            { name: "perShare", type: "uint112" },
            { name: "remainder", type: "uint32" },
            { name: "scope", type: "uint8" },
          ],
        },
      ],
    },
    { ...view, name: "symbol", inputs: [], outputs: [{ name: "", type: "string" }] },
    { ...view, name: "decimals", inputs: [], outputs: [{ name: "", type: "uint8" }] },
  ],
  sale: [
    { ...view, name: "phaseOf", inputs: [uint], outputs: [{ name: "", type: "uint8" }] },
    { ...view, name: "releasedOf", inputs: [uint], outputs: [uint] },
  ],
  deed: [
    {
      ...view,
      name: "deedOf",
      inputs: [{ name: "", type: "uint64" }],
      outputs: [
        {
          name: "",
          type: "tuple",
          components: [
            { name: "investors", type: "uint16" },
            { name: "members", type: "uint16" },
            { name: "fund", type: "uint16" },
            { name: "country", type: "uint16" },
          ],
        },
      ],
    },
  ],
  fund: [
    { ...view, name: "fundOf", inputs: [{ name: "", type: "uint32" }], outputs: [uint] },
    {
      ...view,
      name: "officeOf",
      outputs: [uint],
      inputs: [
        { name: "", type: "uint16" },
        { name: "", type: "address" },
      ],
    },
  ],
  redeemed: [{ ...view, name: "redeemedOf", inputs: [uint, uint, uint], outputs: [{ name: "", type: "uint32" }] }],
  hours: [
    {
      ...view,
      name: "claimedUpTo",
      outputs: [{ name: "", type: "uint16" }],
      inputs: [{ name: "", type: "uint32" }, uint],
    },
    {
      ...view,
      name: "claimable",
      outputs: [uint, uint],
      inputs: [
        { name: "", type: "uint32" },
        { name: "", type: "uint16" },
        { name: "", type: "uint16" },
      ],
    },
  ],
  members: [
    { ...view, name: "memberCount", inputs: [{ name: "", type: "uint32" }], outputs: [{ name: "", type: "uint16" }] },
    {
      ...view,
      name: "memberAt",
      inputs: [{ name: "", type: "uint32" }, uint],
      outputs: [
        { name: "wallet", type: "address" },
        { name: "joinedIn", type: "uint16" },
      ],
    },
    {
      ...view,
      name: "personOf",
      inputs: [{ name: "", type: "address" }],
      outputs: [
        {
          name: "",
          type: "tuple",
          components: [
            { name: "town", type: "uint32" },
            { name: "country", type: "uint16" },
            { name: "residentUntil", type: "uint40" },
            { name: "number", type: "uint16" },
            { name: "left", type: "bool" },
            { name: "suspended", type: "bool" },
          ],
        },
      ],
    },
  ],
} as const;
