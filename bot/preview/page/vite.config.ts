// One script and one style sheet under fixed names, and a digest by which a test tells whether they are of this source.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

const sources = ["index.html", "package.json", "vite.config.ts", ...readdirSync("src").map((name) => `src/${name}`)].sort();

const digest: Plugin = {
  name: "digest-of-the-source",
  generateBundle() {
    const hash = createHash("sha256");
    for (const name of sources) hash.update(`${name}\n`).update(readFileSync(name));
    this.emitFile({ type: "asset", fileName: "source.sha256", source: `${hash.digest("hex")}\n` });
  },
};

export default defineConfig({
  base: "./",
  plugins: [digest],
  build: {
    outDir: "../built",
    emptyOutDir: true,
    modulePreload: false,
    rollupOptions: { output: { entryFileNames: "page.js", assetFileNames: "page[extname]" } },
  },
});
