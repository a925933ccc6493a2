/** A new wallet's word that it takes over from an old one, as the Succession takes it, with the deadline in seconds. */
export const newWalletTypes = {
  NewWallet: [
    { name: "wallet", type: "address" },
    { name: "newWallet", type: "address" },
    { name: "deadline", type: "uint256" },
  ],
};
