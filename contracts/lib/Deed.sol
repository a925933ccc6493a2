// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice How the net profit of one business is divided, in basis points that sum to a whole.
/// @param investors holders of the business's shares.
/// @param members members active in a week, equally.
/// @param fund the town fund.
/// @param country the country office; above zero only for a cornerstone business.
struct Deed {
    uint16 investors;
    uint16 members;
    uint16 fund;
    uint16 country;
}

/// @title Deeds: the bounds of a profit deed, and its division of an amount
library Deeds {
    /// @notice Basis points of a whole.
    uint256 internal constant WHOLE = 10_000;

    /// @notice Members and town fund together keep at least this much ("the community retains a minimum 60% NET
    /// PROFIT from all our businesses").
    uint256 internal constant COMMUNITY_FLOOR = 6_000;

    /// @notice Investors get at most this much: what the floor leaves.
    uint256 internal constant INVESTORS_CEILING = WHOLE - COMMUNITY_FLOOR;

    /// @notice Each of two parts of the deed that holds while none was agreed ("One third to the investor").
    uint16 internal constant THIRD = 3_333;

    /// @notice The town fund's part of it, with the odd basis point.
    uint16 internal constant LAST_THIRD = 3_334;

    /// @notice The four parts do not sum to a whole.
    error DeedNotWhole(uint256 sum);

    /// @notice Members and town fund together would keep less than the floor.
    error DeedBelowCommunityFloor(uint256 membersAndFund);

    /// @notice The members would get nothing.
    error DeedLeavesMembersNothing();

    /// @notice Investors would get more than the ceiling.
    error DeedAboveInvestorsCeiling(uint256 investors);

    /// @notice A country part, though the business is not a cornerstone.
    error DeedCountryPartNeedsCornerstone(uint256 country);

    /// @notice The default: equal thirds, the odd basis point to the town fund.
    function thirds() internal pure returns (Deed memory) {
        return Deed({investors: THIRD, members: THIRD, fund: LAST_THIRD, country: 0});
    }

    /// @notice Requires every bound of a deed.
    /// @param deed the parts in basis points.
    /// @param cornerstone whether the business is a cornerstone business.
    function check(Deed memory deed, bool cornerstone) internal pure {
        uint256 membersAndFund = uint256(deed.members) + deed.fund;
        uint256 sum = membersAndFund + deed.investors + deed.country;

        require(sum == WHOLE, DeedNotWhole(sum));
        require(deed.investors <= INVESTORS_CEILING, DeedAboveInvestorsCeiling(deed.investors));
        require(membersAndFund >= COMMUNITY_FLOOR, DeedBelowCommunityFloor(membersAndFund));
        require(deed.members > 0, DeedLeavesMembersNothing());
        require(deed.country == 0 || cornerstone, DeedCountryPartNeedsCornerstone(deed.country));
    }

    /// @notice Divides an amount: three parts rounded down, the town fund takes the rest.
    /// @param deed a deed that passed `check`.
    /// @param amount units of a currency, below 2²⁴⁰.
    /// @return investorsDown units for the investors.
    /// @return membersDown units for the members.
    /// @return fundRest units for the town fund.
    /// @return countryDown units for the country office.
    function split(
        Deed memory deed,
        uint256 amount
    ) internal pure returns (uint256 investorsDown, uint256 membersDown, uint256 fundRest, uint256 countryDown) {
        investorsDown = (amount * deed.investors) / WHOLE;
        membersDown = (amount * deed.members) / WHOLE;
        countryDown = (amount * deed.country) / WHOLE;
        fundRest = amount - investorsDown - membersDown - countryDown;
    }

    /// @notice Whether two deeds are the same.
    function equal(Deed memory a, Deed memory b) internal pure returns (bool) {
        return a.investors == b.investors && a.members == b.members && a.fund == b.fund && a.country == b.country;
    }
}
