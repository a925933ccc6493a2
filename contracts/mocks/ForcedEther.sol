// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ForcedEther: gives what it is sent to somebody who cannot refuse it
contract ForcedEther {
    constructor(address payable to) payable {
        selfdestruct(to);
    }
}
