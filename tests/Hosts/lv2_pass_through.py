#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Loads an LV2 plug-in through lilv, as Ardour and others do, and requires its audio output to be its input.

lv2apply and FFmpeg's lv2 filter would do, if they offered what JUCE requires of a host: the first has no atom ports,
the second no options. So this is the smallest host that does. It finds the plug-in on LV2_PATH.

usage: lv2_pass_through.py URI
"""
import ctypes as c
import random
import struct
import sys

MAX_BLOCK = 1024
BLOCKS = [1, 2, 3, 7, 63, 64, 65, 441, 1000, MAX_BLOCK]
LENGTH = 50_000
SAMPLE_RATE = 48_000.0
SEQUENCE_SIZE = 65_536

LV2 = "http://lv2plug.in/ns/lv2core#"
ATOM = "http://lv2plug.in/ns/ext/atom#"
BUF_SIZE = "http://lv2plug.in/ns/ext/buf-size#"
OPTIONS = "http://lv2plug.in/ns/ext/options#options"
URID_MAP = "http://lv2plug.in/ns/ext/urid#map"


class Feature(c.Structure):
    _fields_ = [("uri", c.c_char_p), ("data", c.c_void_p)]


MapFunction = c.CFUNCTYPE(c.c_uint32, c.c_void_p, c.c_char_p)


class Map(c.Structure):
    _fields_ = [("handle", c.c_void_p), ("map", MapFunction)]


class Option(c.Structure):
    _fields_ = [("context", c.c_int), ("subject", c.c_uint32), ("key", c.c_uint32), ("size", c.c_uint32),
                ("type", c.c_uint32), ("value", c.c_void_p)]


class Descriptor(c.Structure):
    _fields_ = [("uri", c.c_char_p),
                ("instantiate", c.c_void_p),
                ("connect_port", c.CFUNCTYPE(None, c.c_void_p, c.c_uint32, c.c_void_p)),
                ("activate", c.CFUNCTYPE(None, c.c_void_p)),
                ("run", c.CFUNCTYPE(None, c.c_void_p, c.c_uint32)),
                ("deactivate", c.CFUNCTYPE(None, c.c_void_p))]


class Instance(c.Structure):
    _fields_ = [("descriptor", c.POINTER(Descriptor)), ("handle", c.c_void_p)]


def load_lilv():
    lilv = c.CDLL("liblilv-0.so.0")
    pointer, text, number = c.c_void_p, c.c_char_p, c.c_uint32
    signatures = {
        "world_new": (pointer,),
        "world_free": (None, pointer),
        "world_load_all": (None, pointer),
        "world_get_all_plugins": (pointer, pointer),
        "new_uri": (pointer, pointer, text),
        "node_as_string": (text, pointer),
        "plugins_get_by_uri": (pointer, pointer, pointer),
        "plugin_verify": (c.c_bool, pointer),
        "plugin_get_num_ports": (number, pointer),
        "plugin_get_port_by_index": (pointer, pointer, number),
        "port_is_a": (c.c_bool, pointer, pointer, pointer),
        "port_get_symbol": (pointer, pointer, pointer),
        "plugin_instantiate": (c.POINTER(Instance), pointer, c.c_double, c.POINTER(c.POINTER(Feature))),
        "instance_free": (None, c.POINTER(Instance)),
    }
    for name, (result, *arguments) in signatures.items():
        function = getattr(lilv, "lilv_" + name)
        function.restype, function.argtypes = result, arguments
    return lilv


class Host:
    """One instance of a plug-in, and whatever must outlive it."""

    def __init__(self, uri):
        self.lilv = load_lilv()
        self.world = self.lilv.lilv_world_new()
        self.lilv.lilv_world_load_all(self.world)
        plugins = self.lilv.lilv_world_get_all_plugins(self.world)
        self.plugin = self.lilv.lilv_plugins_get_by_uri(plugins, self.node(uri))
        if not self.plugin or not self.lilv.lilv_plugin_verify(self.plugin):
            sys.exit(f"{uri} is not on LV2_PATH, or its description is incomplete")

        self.ids = {}
        self.ports = list(self.read_ports())
        self.instance = self.lilv.lilv_plugin_instantiate(self.plugin, SAMPLE_RATE, self.make_features())
        if not self.instance:
            sys.exit(f"{uri} does not start")
        self.descriptor, self.handle = self.instance.contents.descriptor.contents, self.instance.contents.handle
        self.connect_others()
        self.descriptor.activate(self.handle)

    def close(self):
        self.descriptor.deactivate(self.handle)
        self.lilv.lilv_instance_free(self.instance)
        self.lilv.lilv_world_free(self.world)

    def node(self, uri):
        return self.lilv.lilv_new_uri(self.world, uri.encode())

    def number_of(self, uri):
        return self.ids.setdefault(uri, len(self.ids) + 1)

    def read_ports(self):
        for index in range(self.lilv.lilv_plugin_get_num_ports(self.plugin)):
            port = self.lilv.lilv_plugin_get_port_by_index(self.plugin, index)
            symbol = self.lilv.lilv_node_as_string(self.lilv.lilv_port_get_symbol(self.plugin, port)).decode()
            kinds = {kind for kind in (LV2 + "InputPort", LV2 + "AudioPort", LV2 + "ControlPort", ATOM + "AtomPort")
                     if self.lilv.lilv_port_is_a(self.plugin, port, self.node(kind))}
            yield index, symbol, kinds

    def make_features(self):
        self.map = Map(None, MapFunction(lambda _, uri: self.number_of(uri.decode())))
        self.max_block = c.c_int32(MAX_BLOCK)
        self.options = (Option * 2)(Option(0, 0, self.number_of(BUF_SIZE + "maxBlockLength"), 4,
                                           self.number_of(ATOM + "Int"), c.addressof(self.max_block)))
        self.features = [Feature(URID_MAP.encode(), c.addressof(self.map)),
                         Feature(OPTIONS.encode(), c.addressof(self.options)),
                         Feature((BUF_SIZE + "boundedBlockLength").encode(), None)]
        self.feature_list = (c.POINTER(Feature) * 4)(*[c.pointer(feature) for feature in self.features])
        return self.feature_list

    def connect(self, index, data):
        self.descriptor.connect_port(self.handle, index, c.cast(data, c.c_void_p))

    def connect_others(self):
        self.controls, self.sequences = {}, {}
        for index, symbol, kinds in self.ports:
            if LV2 + "ControlPort" in kinds:
                self.controls[symbol] = c.c_float(1.0 if symbol == "enabled" else 0.0)
                self.connect(index, c.byref(self.controls[symbol]))
            elif ATOM + "AtomPort" in kinds:
                self.sequences[symbol] = (LV2 + "InputPort" in kinds, c.create_string_buffer(SEQUENCE_SIZE))
                self.connect(index, self.sequences[symbol][1])

    def audio_ports(self, inputs):
        return [index for index, _, kinds in self.ports
                if LV2 + "AudioPort" in kinds and (LV2 + "InputPort" in kinds) == inputs]

    def run(self, length):
        for is_input, buffer in self.sequences.values():
            size, kind = (8, "Sequence") if is_input else (SEQUENCE_SIZE - 8, "Chunk")
            buffer[:16] = struct.pack("=IIII", size, self.number_of(ATOM + kind), 0, 0)
        self.descriptor.run(self.handle, length)


def make_channel(seed):
    """Samples that arithmetic would change, then any bits at all."""
    awkward = [0x7FC00000, 0xFFC00000, 0x7F800001, 0x7F800000, 0xFF800000,  # not a number, signalling too; infinite
               0x00000001, 0x80000001, 0x007FFFFF, 0x00000000, 0x80000000,  # denormal; both zeros
               0x7F7FFFFF, 0x3F800000, 0x3FC00000]                          # the largest; 1; 1.5
    return struct.pack(f"={len(awkward)}I", *awkward) + random.Random(seed).randbytes(4 * (LENGTH - len(awkward)))


def check(host, in_place, enabled):
    inputs, outputs = host.audio_ports(True), host.audio_ports(False)
    if len(inputs) != 2 or len(outputs) != 2:
        sys.exit(f"{len(inputs)} inputs and {len(outputs)} outputs instead of 2 of each")

    host.controls["enabled"].value = float(enabled)
    given = [make_channel(seed) for seed in (1, 2)]
    taken = [bytearray(), bytearray()]
    at = step = 0

    while at < LENGTH:
        length = min(BLOCKS[step % len(BLOCKS)], LENGTH - at)
        ins = [c.create_string_buffer(channel[4 * at:4 * (at + length)], 4 * MAX_BLOCK) for channel in given]
        outs = ins if in_place else [c.create_string_buffer(b"\xAA" * (4 * MAX_BLOCK), 4 * MAX_BLOCK) for _ in ins]
        for index, buffer in zip(inputs + outputs, ins + outs):
            host.connect(index, buffer)
        host.run(length)
        for channel, buffer in zip(taken, outs):
            channel += buffer.raw[:4 * length]
        at, step = at + length, step + 1

    how = f"in place: {in_place}, enabled: {enabled}"
    for number, (before, after) in enumerate(zip(given, taken)):
        if before != after:
            first = next(i for i in range(LENGTH) if before[4 * i:4 * i + 4] != after[4 * i:4 * i + 4])
            sys.exit(f"{how}: channel {number}, sample {first} was {before[4 * first:4 * first + 4].hex()} "
                     f"and is {after[4 * first:4 * first + 4].hex()}")
    if host.controls["latency"].value != 0:
        sys.exit(f"{how}: a latency of {host.controls['latency'].value} samples is reported")
    print(f"{how}: {LENGTH} samples on each of 2 channels are the same")


host = Host(sys.argv[1])
for in_place in (False, True):
    for enabled in (True, False):
        check(host, in_place, enabled)
host.close()
