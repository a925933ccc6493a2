// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Handlers} from "./Handlers.sol";

/// @title Handler: the handlers as one contract
/// @dev In a file of its own, so that only this file takes long to build.
contract Handler is Handlers {}
