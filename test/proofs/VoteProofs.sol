// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Votes} from "../../contracts/lib/Votes.sol";

/// @title VoteProofs: how many decide
contract VoteProofs {
    /// @notice Of any votes, of any number of people or shares:
    function provePart(uint40 votes, uint8 part, uint40 all) external pure {
        require(part > 0);

        bool reached = Votes.reach(votes, part, all);

        // One in five, or in any other number, is reached exactly from there upward, rounded up to a whole vote.
        assert(reached == (votes >= Votes.least(part, all)));
        assert(Votes.least(part, all) * part >= all && Votes.least(part, all) * part < uint256(all) + part);
        // One vote more never undoes it, and all votes always reach it.
        assert(!reached || Votes.reach(uint256(votes) + 1, part, all));
        assert(Votes.reach(all, part, all));
    }

    /// @notice Of any votes for and against:
    function proveMajority(uint40 votes, uint40 others, uint40 all) external pure {
        require(uint256(votes) + others <= all);

        // A majority is at least one vote more than half.
        assert(Votes.exceed(votes, 2, all) == (votes >= uint256(all) / 2 + 1));
        // Two groups are never both a majority.
        assert(!Votes.exceed(votes, 2, all) || !Votes.exceed(others, 2, all));
    }
}
