// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {System} from "../support/System.sol";
import {vm} from "../support/Vm.sol";

/// @title Play: what every handler needs to play: random numbers, attempts with a foretold outcome, and counting
abstract contract Play is System {
    mapping(string name => uint256) public successes;
    uint256 public calls;
    uint256 private _seed;
    uint256 private _rolls;
    uint256 private _jumps;
    bool internal isStatedPath; // this call goes along a path on which wallets are paid

    /// @dev Before each handler.
    function begin(uint256 seed) internal {
        _seed = seed;
        _rolls = 0;
        calls++;
        isStatedPath = false;
    }

    /// @dev A random number below `n`, from the handler's seed.
    function roll(uint256 n) internal returns (uint256) {
        return uint256(keccak256(abi.encode(_seed, _rolls++))) % n;
    }

    function succeed(string memory name) internal {
        successes[name]++;
    }

    /// @dev Counts a state that a run has reached.
    function reach(string memory state) internal {
        successes[state]++;
    }

    /// @dev Called before a handler goes along a path on which wallets are paid; it checks to the unit what they get.
    function mayPay() internal {
        isStatedPath = true;
    }

    /// @dev Whether time may make one more long jump; after many of them nothing would be on sale any more.
    function mayJump() internal returns (bool) {
        return ++_jumps <= 4;
    }

    /// @dev Calls in somebody's name. `refusal` is the error's selector, zero for success.
    function attempt(address caller, address target, bytes memory data) internal returns (bytes4 refusal) {
        vm.prank(caller);
        (bool ok, bytes memory returned) = target.call(data);
        if (!ok) refusal = bytes4(returned);
    }

    /// @dev The outcome that the ghosts foretold must be the one that came.
    function requireOutcome(bytes4 refusal, bytes4 foretold, string memory what) internal pure {
        vm.assertEq(bytes32(refusal), bytes32(foretold), what);
    }
}
