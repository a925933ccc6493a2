/** The networks as the help lists them; scripts/deploy/networks.ts says what each is. */
export const networkNames =
  "base, celo, gnosis, arbitrum, their test networks baseSepolia, celoSepolia, chiado, arbitrumSepolia, or local";
