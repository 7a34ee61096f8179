/** What a check compares with: files of a commit, of a folder, or of a server. */
export interface Base {
  /** As the user gave it. */
  name: string;
  kind: "git" | "folder" | "url";
  /**
   * A file of the base; undefined where the base does not have it. Of a commit, `path` is relative to the folder that the command
   * runs in; of a folder, to that folder; of a URL, to that URL (a manifest's siblings go by their names).
   *
   * @throws HttpError where a server does not answer with the file or 404
   */
  read(path: string): Promise<Buffer | undefined>;
}
