// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Holding, Holdings} from "../../contracts/lib/Holding.sol";
import {vm} from "../support/Vm.sol";

/// @title HoldingTest
contract HoldingTest {
    using Holdings for Holding;
    using Holdings for uint256;

    uint112 private constant _MOST = 2 ** 111 - 1;

    /// @dev A record is the same after it was one word; no part spills into another.
    function testFuzzPackedAndUnpacked(uint32 shares, uint112 counted, bool pledged, uint112 credited) external pure {
        counted = counted % (_MOST + 1);

        uint256 word = _holding(shares, counted, pledged, credited).pack();

        Holding memory holding = word.unpack();
        vm.assertEq(holding.shares, shares, "shares");
        vm.assertEq(holding.counted, counted, "counted");
        vm.assertEq(holding.pledged ? 1 : 0, pledged ? 1 : 0, "pledged");
        vm.assertEq(holding.credited, credited, "credited");
        vm.assertEq(word.sharesOf(), shares, "shares alone");
        vm.assertEq(word.isPledged() ? 1 : 0, pledged ? 1 : 0, "pledged alone");
        vm.assertEq(holding.pack(), word, "the same word");
    }

    /// @dev While nothing was ever deposited, a record that is not pledged is its shares.
    function testFuzzSharesAloneAreTheWord(uint32 shares) external pure {
        vm.assertEq(_holding(shares, 0, false, 0).pack(), shares, "shares");
    }

    /// @dev Settling credits each share what came in since, and keeps the rest.
    function testFuzzSettle(uint32 shares, uint112 counted, uint112 perShare, bool pledged) external pure {
        uint112 most = shares == 0 ? _MOST : _MOST / shares;
        perShare = perShare % (most + 1);
        counted = counted % (perShare + 1);
        uint112 before = _MOST - perShare * shares;
        Holding memory holding = _holding(shares, counted, pledged, before);

        holding.settle(perShare);

        vm.assertEq(holding.credited, before + uint256(shares) * (perShare - counted), "credited");
        vm.assertEq(holding.counted, perShare, "counted");
        vm.assertEq(holding.shares, shares, "shares");
        vm.assertEq(holding.pledged ? 1 : 0, pledged ? 1 : 0, "pledged");
        holding.settle(perShare);
        vm.assertEq(holding.credited, before + uint256(shares) * (perShare - counted), "once");
    }

    function _holding(
        uint32 shares,
        uint112 counted,
        bool pledged,
        uint112 credited
    ) private pure returns (Holding memory) {
        return Holding({shares: shares, counted: counted, pledged: pledged, credited: credited});
    }
}
