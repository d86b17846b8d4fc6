/** Files that the bundler serves under a hashed address. */
declare module '*?url' {
  const url: string;
  export default url;
}
