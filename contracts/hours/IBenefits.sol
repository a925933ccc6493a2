// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IBenefits: what an active week also entitles to
interface IBenefits {}
