/// <reference types="@platform/mfe-contracts/ambient" />
