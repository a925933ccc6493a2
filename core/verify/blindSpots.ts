/** What of the past one node can hide or make up, because no contract keeps it. */
export type BlindSpot = {
  /** Values of events, by contract, event and name. */
  told: readonly string[];
  /** Events that can be left out. */
  omitted: readonly string[];
  /** Events that can be told twice. */
  again: readonly string[];
};

/**
 * All of them: the Verify page, the audit and SECURITY.md say each in a sentence, and a test measures that there are no
 * others.
 */
export const blindSpots = {
  /** Persons of whom nothing else is told: contracts know everybody's record, but not how many there are. */
  persons: spot({ omitted: of("MemberRegistry", "OutsiderAttested", "ResidencyAttested") }),
  documents: spot({
    told: [
      ...of("Contributions.TimesheetRejected", "reason"),
      ...of("Contributions.TimesheetSubmitted", "evidence", "uri"),
      ...of("ProfitSplitter.ProfitDeposited", "accounts", "period", "uri"),
      ...of("TownRegistry.LaunchStepRecorded", "uri"),
    ],
  }),
  givers: spot({
    told: [
      ...of("ProfitSplitter.ProfitDeposited", "by"),
      ...of("TownTreasury.FundDonated", "by"),
      ...of("TownTreasury.OfficeDonated", "by"),
    ],
  }),
  /** What did not happen, and why; and that a signed admission is void, of which a contract keeps a hash alone. */
  passedOver: spot({
    told: [
      ...of("Benefits.RedemptionSkipped", "benefit", "by", "cumulativeUnits", "number", "reason", "weekIndex"),
      ...of("Contributions.ClaimSkipped", "number", "reason", "town"),
      ...of("FinalDivision.PartSkipped", "number", "reason"),
      ...of("MemberRegistry.AdmissionRevoked", "nonce", "registrar", "town", "wallet"),
      ...of("MemberRegistry.AttestationSkipped", "by", "personId", "problem", "town", "wallet"),
      ...of("ProfitSplitter.ProfitPartKept", "reason"),
      ...of("ShareOffering.RefundSkipped", "holder", "reason"),
    ],
    omitted: [
      ...["Benefits.RedemptionSkipped", "Contributions.ClaimSkipped", "FinalDivision.PartSkipped"],
      ...["MemberRegistry.AdmissionRevoked", "MemberRegistry.AttestationSkipped", "ShareOffering.RefundSkipped"],
    ],
    again: [
      ...["Benefits.RedemptionSkipped", "Contributions.ClaimSkipped", "FinalDivision.PartSkipped"],
      ...["MemberRegistry.AdmissionRevoked", "MemberRegistry.AttestationSkipped", "ShareOffering.RefundSkipped"],
    ],
  }),
  /** What was proposed and taken back, replaced, refused or lapsed, so that nothing of it is left. */
  lapsed: spot({
    omitted: [
      ...["Authority.NamingTakenBack", "MemberRegistry.MoveAnnounced", "ProfitSplitter.DeedProposed"],
      ...["ProfitSplitter.DeedWithdrawn", "ProjectRegistry.ManagementWithdrawn", "ProjectRegistry.ProjectOperating"],
      ...["Releases.ReleaseRevoked", "Releases.WindUpAgreementWithdrawn", "ShareOffering.ProposalWithdrawn"],
      ...["TownRegistry.AttestationLimitTakenBack"],
    ],
  }),
  allowances: spot({
    omitted: [
      ...["InfinityToken.Approval", "InfinityToken.AuthorizationCanceled", "InfinityToken.AuthorizationUsed"],
      ...["InvestorToken.Approval"],
    ],
  }),
  /** What changes nothing when it is said once more. */
  again: spot({
    again: [
      ...["InfinityToken.Approval", "InvestorToken.Approval", "MemberRegistry.MoveAnnounced"],
      ...["MemberRegistry.SuspensionProposed", "ProfitSplitter.DeedProposed", "ProjectRegistry.ManagementProposed"],
      ...["ProjectRegistry.ProjectFunding", "ProjectRegistry.ProjectPlanned", "Releases.ReleaseObjected"],
      ...["Releases.VotesWithdrawn", "Releases.WindUpVoted", "ShareOffering.OfferingProposed"],
      ...["Succession.NomineeSet", "TownRegistry.AttestationLimitProposed", "TownRegistry.LaunchStepRecorded"],
      ...["TownRegistry.LegalEntitySet"],
    ],
  }),
};

export type BlindSpotName = keyof typeof blindSpots;

function spot({ told = [], omitted = [], again = [] }: Partial<BlindSpot>): BlindSpot {
  return { told, omitted, again };
}

function of(event: string, ...names: readonly string[]): string[] {
  return names.map((name) => `${event}.${name}`);
}
