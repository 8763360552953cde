// The page that draws boards as files in memory: path -> bytes. Nothing is written to disk, so nothing can be out of date.
import { build } from 'esbuild';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export async function bundlePage() {
  const result = await build({
    absWorkingDir: HERE,
    entryPoints: ['page/main.jsx'],
    bundle: true,
    write: false,
    outdir: 'bundle',
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    minify: true,
    logLevel: 'warning',
    loader: { '.svg': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl', '.png': 'dataurl' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' },
  });
  return new Map(result.outputFiles.map((file) => [`/${relative(HERE, file.path)}`, file.contents]));
}
