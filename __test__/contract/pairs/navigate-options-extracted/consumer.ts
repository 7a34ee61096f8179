import { go } from "./surface";
go("/a", { replace: true }).then(() => {}); go("/b"); const o: NonNullable<Parameters<typeof go>[1]> = { state: 1 }; go("c", o);
