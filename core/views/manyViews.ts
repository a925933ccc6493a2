/** What the code of ReadMany is asked with (contracts/views/ReadMany.sol). */
export const manyViews = [
  {
    type: "tuple[]",
    components: [
      { name: "target", type: "address" },
      { name: "data", type: "bytes" },
    ],
  },
] as const;
