/** Names of tasks, as surface forms: those that the table of benchmarks gives, and the field's newer ones. */
import type { Benchmark } from '../../schemas/types.ts';
import type { SurfaceForm } from './matcher.ts';
import { normalizeSurface } from './surface.ts';

/** Tasks that leaderboards up to 2023 do not list. */
const NEWER = [
  'text-to-image generation', 'text-to-video generation', 'image-to-video generation', 'text-to-3D generation', 'image editing', 'video editing', 'video understanding',
  'video question answering', 'visual grounding', 'GUI grounding', 'web navigation', 'vision-language navigation', 'robotic manipulation', 'robot manipulation', 'computer use',
  'code generation', 'code editing', 'program repair', 'mathematical reasoning', 'math reasoning', 'logical reasoning', 'spatial reasoning', 'multi-hop reasoning', 'chart understanding',
  'document understanding', 'tool use', 'tool calling', 'function calling', 'instruction following', 'deep research', 'long-context retrieval', 'LLM inference', 'language modeling',
  'language generation', 'image captioning', 'video captioning', 'audio captioning', 'text-to-speech', 'voice cloning', 'music generation', 'audio generation', 'speech synthesis',
  'depth estimation', 'novel view synthesis', '3D reconstruction', 'scene reconstruction', 'image compression', 'weather forecasting', 'time series forecasting', 'theorem proving',
  'autoformalization', 'red teaming', 'jailbreak detection', 'hallucination detection', 'image tokenization', 'knowledge editing', 'machine unlearning', 'world modeling',
  'autonomous driving', 'motion generation', 'image restoration', 'video super-resolution', 'protein structure prediction', 'molecule generation', 'table understanding',
] as const;

/** A name of one word is a word of plain English too. */
const WORDS = /[ -]/;

function withoutAbbreviation(task: string): string {
  return task.split(' (')[0] ?? task;
}

/** Every task name once, the abbreviation behind it left out. */
export function taskForms(benchmarks: readonly Benchmark[]): readonly SurfaceForm[] {
  const names = [...NEWER, ...benchmarks.flatMap(({ tasks }) => tasks)].map(withoutAbbreviation).filter((task) => WORDS.test(task));
  const bySurface = new Map(names.map((name) => [normalizeSurface(name), name]));
  return Array.from(bySurface.values(), (name) => ({ id: name, written: name, ambiguous: false, exactCase: false }));
}
