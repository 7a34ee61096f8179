import { bootstrap } from "./surface";
bootstrap(a => void a.http.get(new URL("https://a.b")));
