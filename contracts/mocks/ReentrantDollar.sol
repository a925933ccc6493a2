// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TestDollar} from "./TestDollar.sol";

/// @title ReentrantDollar: a currency that calls somebody in the middle of a transfer
/// @notice Keeps TestDollar's storage, so that it can replace one that is in use. Anyone may arm it with one call, and
/// read what that call was answered; a failure of the call does not fail the transfer.
contract ReentrantDollar is TestDollar {
    address private _target;
    bytes private _call;

    /// @notice What the call returned, or the error it reverted with.
    bytes public answer;

    /// @notice The next transfer makes this call, once. Anyone.
    function arm(address target, bytes calldata call_) external {
        _target = target;
        _call = call_;
    }

    /// @notice Takes from anybody. Anyone.
    function burn(address from, uint256 amount) external {
        _burn(from, amount);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        address target = _target;
        if (target == address(0)) return;

        delete _target;
        (, answer) = target.call(_call);
    }
}
