import { snapshot, type Snapshot } from "./surface";
const s: Snapshot<number> = snapshot<number>("a"); s.data?.toFixed(); if (s.fetching) s.data = 2;
