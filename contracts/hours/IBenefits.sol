// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../lib/Document.sol";

/// @title IBenefits: what an active week also entitles to
interface IBenefits {
    /// @notice What is handed out.
    enum BenefitKind {
        Meal,
        Parcel,
        Electricity,
        Other
    }

    /// @notice What a steward promises.
    /// @param kind what is handed out.
    /// @param perShift whether the units are for each shift of the week, or once for the active week.
    /// @param units how many, above zero.
    /// @param validWeeks how many weeks after the week they can still be redeemed, 1 to `MOST_VALID_WEEKS`.
    struct Terms {
        BenefitKind kind;
        bool perShift;
        uint16 units;
        uint8 validWeeks;
    }

    /// @notice A benefit that a town lists.
    /// @param town whose members it is for; 0 when there is no such benefit.
    /// @param kind see Terms. @param perShift see Terms. @param units see Terms. @param validWeeks see Terms.
    /// @param lastWeekIndex the last week that entitles to it; the last of all weeks until a steward ends it.
    struct Benefit {
        uint32 town;
        BenefitKind kind;
        bool perShift;
        uint16 units;
        uint8 validWeeks;
        uint16 lastWeekIndex;
    }

    /// @notice What a member signs when a steward hands something out. Every signature states all that was handed out of
    /// this benefit for this week so far, so none counts twice.
    /// @param benefit its id.
    /// @param weekIndex the week that was worked.
    /// @param number the member number in the benefit's town.
    /// @param cumulativeUnits units redeemed of this benefit for this week, these included.
    /// @param signature EIP-712, of the member's present wallet, over
    /// `Redemption(uint256 benefit,uint16 weekIndex,uint16 number,uint32 cumulativeUnits)`; ERC-1271 aware.
    struct Redemption {
        uint256 benefit;
        uint16 weekIndex;
        uint16 number;
        uint32 cumulativeUnits;
        bytes signature;
    }

    /// @notice Only a steward of the town may call this.
    error BenefitsNotSteward(uint32 town, address caller);

    /// @notice There is no benefit with this id.
    error BenefitsNoSuchBenefit(uint256 benefit);

    /// @notice A benefit has at least one unit.
    error BenefitsNoUnits();

    /// @notice A benefit is valid for 1 to `MOST_VALID_WEEKS` weeks after the week.
    error BenefitsBadWeeks(uint256 validWeeks);

    /// @notice The metadata's hash must not be zero.
    error BenefitsNoMetadata();

    /// @notice A benefit ends with the current week or a later one, and an end can only be brought forward.
    error BenefitsBadEnd(uint16 lastWeekIndex, uint16 currentWeek, uint16 lastWeekBefore);

    /// @notice The week lies after the last that entitles to the benefit.
    error BenefitsEnded(uint256 benefit, uint16 weekIndex, uint16 lastWeekIndex);

    /// @notice The benefit of that week is not valid any more.
    error BenefitsExpired(uint256 benefit, uint16 weekIndex, uint16 currentWeek);

    /// @notice The week has no finalised timesheet, or nobody was active in it.
    error BenefitsNotFinalised(uint32 town, uint16 weekIndex);

    /// @notice The member was not active in the week.
    error BenefitsNotActive(uint32 town, uint16 weekIndex, uint16 number, uint256 quarters);

    /// @notice As many units have been redeemed already, or more.
    error BenefitsRedeemedAlready(uint256 cumulativeUnits, uint256 redeemed);

    /// @notice More units than the week entitles to.
    error BenefitsOverEntitlement(uint256 cumulativeUnits, uint256 entitlement);

    /// @notice The signature is not one of the member's present wallet over exactly this redemption.
    error BenefitsBadSignature(address wallet);

    /// @notice A steward listed a benefit; the metadata says more of it, and where to get it.
    event BenefitListed(
        uint256 indexed benefit,
        uint32 indexed town,
        address indexed by,
        Terms terms,
        bytes32 metadata,
        string uri
    );

    /// @notice A steward ended a benefit: weeks after `lastWeekIndex` do not entitle to it.
    event BenefitEnded(uint256 indexed benefit, address indexed by, uint16 lastWeekIndex);

    /// @notice A steward handed out `units` of a benefit to a member, who signed for `cumulativeUnits` in all.
    event BenefitRedeemed(
        uint256 indexed benefit,
        uint16 indexed number,
        address indexed by,
        uint16 weekIndex,
        uint32 units,
        uint32 cumulativeUnits
    );

    /// @notice An entry of a batch was passed over; `reason` is the error that a single redemption would have met.
    event RedemptionSkipped(
        uint256 indexed benefit,
        uint16 indexed number,
        address indexed by,
        uint16 weekIndex,
        uint32 cumulativeUnits,
        bytes reason
    );

    /// @notice Lists a benefit of an active town, for weeks already worked and still valid too. Only a steward of the
    /// town. Source: "Food parcels are shared equally on a regular basis with active members".
    /// @dev Reverts with BenefitsNotSteward, TownRegistryDormant, BenefitsNoUnits, BenefitsBadWeeks, BenefitsNoMetadata.
    /// @return benefit its id; ids count up from 1.
    function list(uint32 town, Terms calldata terms, Document calldata metadata) external returns (uint256 benefit);

    /// @notice Ends a benefit, for good: no weeks after `lastWeekIndex` entitle to it. What weeks up to then entitle to
    /// stays redeemable. Only a steward of the benefit's town, in any state of the town.
    /// @param lastWeekIndex the current week or a later one, before the end that was set, if any.
    /// @dev Reverts with BenefitsNoSuchBenefit, BenefitsNotSteward, BenefitsBadEnd.
    function end(uint256 benefit, uint16 lastWeekIndex) external;

    /// @notice Records that a member received units of a benefit, for which they signed. Only a steward of the benefit's
    /// town, in any state of the town: what was worked for stays due while a town is dormant.
    /// @dev Reverts with BenefitsNoSuchBenefit, BenefitsNotSteward, BenefitsEnded, BenefitsExpired,
    /// BenefitsNotFinalised, BenefitsNotActive, BenefitsRedeemedAlready, BenefitsOverEntitlement, BenefitsBadSignature.
    function redeem(Redemption calldata redemption) external;

    /// @notice Redeems a kitchen's offline day. An entry that cannot be redeemed is passed over with an event that says
    /// why, also one that is not the caller's to redeem; no entry makes the others fail. Anyone, who achieves something as a
    /// steward of the benefits' towns.
    function redeemBatch(Redemption[] calldata redemptions) external;

    /// @notice A benefit; its town is 0 when there is none with this id.
    function benefitOf(uint256 benefit) external view returns (Benefit memory);

    /// @notice What a benefit is and where to get it, as its steward wrote it down; empty when there is none with this id.
    function metadataOf(uint256 benefit) external view returns (Document memory);

    /// @notice The ids of a town's benefits, the newest first, ended ones too; `most` of them at most.
    function benefitsOf(uint32 town, uint256 most) external view returns (uint256[] memory benefits);

    /// @notice How many benefits there are; ids are 1 to this number.
    function benefitCount() external view returns (uint256);

    /// @notice Units of a benefit that a member has redeemed for a week.
    function redeemedOf(uint256 benefit, uint256 weekIndex, uint256 number) external view returns (uint32 units);

    /// @notice Units of a benefit that a week entitles a member to in all, redeemed or expired ones included; 0 when they
    /// were not active, the week has no finalised timesheet or the benefit had ended.
    function entitlementOf(uint256 benefit, uint16 weekIndex, uint16 number) external view returns (uint256 units);
}
