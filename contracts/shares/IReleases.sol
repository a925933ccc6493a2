// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IReleases: how the money of a successful sale leaves escrow
interface IReleases {}
