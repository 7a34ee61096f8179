import { client } from "./surface";
client().query("user.drop", "a");
