/**
 * "生成扩散模型漫谈(二十一):中值定理加速ODE采样" (kexue.fm/archives/9881): sampling a diffusion model in few steps.
 * Score models with known denoisers, samplers and their stamps enter; trajectories beside the exact
 * curves, errors against the number of evaluations and orders of convergence leave.
 */
@NullMarked
package spaceslab.essay.amed;

import org.jspecify.annotations.NullMarked;
