import { Video } from "./surface";
export const v = <Video src="a" onReady={h => h.seek(h.duration / 2)} />;
